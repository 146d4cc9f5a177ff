summary-headline = { $all ->
    [0] No comments to summarise ({ $about }, { $days }).
    [one] What 1 comment says ({ $about }, { $days }):
   *[other] What { $all } comments say ({ $about }, { $days }):
  }
summary-feeling = { $n ->
    [one] 1 of them is negative ({ $share }).
   *[other] { $n } of them are negative ({ $share }).
  }
summary-sentence = { $text } [{ $ids }]
summary-dropped = { $n ->
    [one] 1 sentence was left out: the comments do not support it.
   *[other] { $n } sentences were left out: the comments do not support them.
  }
summary-rule = themes counted by the terms of the taxonomy (version { $version }); quotes chosen because they share most with the others
pasted-wants = In short: { $wants }.
pasted-headline = In short:
pasted-only-order = The text holds nothing but an order to a machine. I did not follow it.
pasted-about = It is about: { $themes }.
pasted-feels = It sounds: { $feelings }.
pasted-urgent = Urgent because of: { $reasons }.
pasted-sentence = “{ $text }”
pasted-order = This part reads like an order to a machine; it is the customer's text, and I did not follow it: “{ $text }”
pasted-rule = { $left ->
    [0] taken from the text as it stands, without personal data; nothing in it was followed
    [one] taken from the text as it stands, without personal data; 1 more sentence not shown; nothing in it was followed
   *[other] taken from the text as it stands, without personal data; { $left } more sentences not shown; nothing in it was followed
  }
pasted-none = Which text? Put it between quotation marks, or after a colon.
similar-headline = { $n ->
    [0] No other comment is like #{ $id } ({ $days }).
    [one] 1 comment is like #{ $id } ({ $days }):
   *[other] { $n } comments most like #{ $id } ({ $days }):
  }
similar-theme = { $n ->
    [0] Nobody else speaks of “{ $theme }”.
    [one] 1 other comment speaks of “{ $theme }”: { $share } of all (95% interval { $low } to { $high }).
   *[other] { $n } other comments speak of “{ $theme }”: { $share } of all (95% interval { $low } to { $high }).
  }
similar-rule = likeness by words and their parts, the nearest first; themes counted by the terms of the taxonomy
similar-nothing = Like which one? Ask for comments first, then say “more like the first one”.
words-headline = { $all ->
    [0] No comments to count words in ({ $where }, { $days }).
    [one] The words that 1 comment uses ({ $where }, { $days }):
   *[other] The words that most of { $all } comments use ({ $where }, { $days }):
  }
words-language = { $n ->
    [one] { $language }, 1 comment:
   *[other] { $language }, { $n } comments:
  }
words-rule = each word counts once a comment, with its forms; small words and words of mere feeling are left out; phrases stand together far more often than chance would have it
column-words = Words
column-phrases = Phrases
column-language = Language
found-headline = { $n ->
    [one] And 1 thing that no theme covers, found in comments without a theme:
   *[other] And { $n } things that no theme covers, found in comments without a theme:
  }
found-none = comments without a theme have nothing in common that stands out
found-add = Add as a theme: { $name }
count-theme = by the terms of the theme “{ $theme }”, which are of every language: { $n } of { $all } ({ $share }, 95% interval { $low } to { $high })
