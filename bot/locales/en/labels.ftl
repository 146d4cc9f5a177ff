tag-preview = { $field ->
    [theme] Change what this comment is about
    [sentiment] Change how this comment feels
    [touchpoint] File this comment under another touchpoint
   *[language] Change the language of this comment
  } from { $was } to { $label }?
tag-corrected = { $field ->
    [theme] Corrected: the comment is about { $label }. Themes count it so from now on.
    [sentiment] Corrected: the comment is { $label }. Figures count it so from now on.
    [touchpoint] Corrected: the comment and its scores now stand under { $label }.
   *[language] Corrected: the comment is in { $label }.
  }
tag-already = { $field ->
    [theme] This comment is already tagged as being about { $label }.
    [sentiment] This comment is already tagged as { $label }.
    [touchpoint] This comment already stands under { $label }.
   *[language] This comment is already tagged as being in { $label }.
  }
tag-which-comment = Which comment? Ask for comments first, then say what is wrong with the first of them.
tag-which-value = { $n ->
    [0] I know no { $field ->
        [theme] theme
        [sentiment] feeling
        [touchpoint] touchpoint
       *[language] language
      } called "{ $value }". What should it be?
   *[other] Which one do you mean by "{ $value }"?
  }
tag-none = nothing
labels-headline = What the comment was labelled, and the words that rests on:
column-label = Label
column-rests-on = Rests on
label-field-theme = theme
label-field-sentiment = feeling
label-field-emotion = emotion
label-field-urgency = urgent because of
label-field-intent = intent
label-field-junk = says nothing
label-field-mood-turn = mood turned
label-field-language = language
label-field-mixed = also in
label-said-by-person = { $label } (corrected by a person)
label-strength = { $label } ({ $strength })
label-sentiment-negative = negative
label-sentiment-neutral = neutral
label-sentiment-positive = positive
label-emotion-anger = anger
label-emotion-disappointment = disappointment
label-emotion-anxiety = anxiety
label-emotion-confusion = confusion
label-emotion-joy = joy
label-emotion-gratitude = gratitude
label-urgency-safety = safety
label-urgency-legal = a legal threat
label-urgency-vulnerable = somebody vulnerable
label-urgency-money = money at stake
label-urgency-deadline = a deadline
label-urgency-public = going public
label-urgency-waiting = a long wait
label-intent-leave = wants to leave
label-intent-refund = wants a refund
label-intent-buy-again = will buy again
label-intent-recommend = recommends
label-intent-not-recommend = does not recommend
label-intent-question = asks a question
label-intent-legal-or-safety = legal or safety matter
label-intent-praise-person = praises a person
label-junk-no-words = no words
label-junk-keyboard = keys struck at random
label-junk-repeated = one word over and over
label-junk-advert = an advertisement
label-junk-copy = said before, word for word
label-mood-turn-better = for the better
label-mood-turn-worse = for the worse
label-language-en = English
label-language-pl = Polish
label-language-zh = Chinese
label-language-pt = Portuguese
label-language-de = German
label-of-field = { $field }: { $label }
