search-about = { $n ->
    [0] Nobody said anything about “{ $query }” ({ $where }, { $days }).
    [one] What was said about “{ $query }” ({ $where }, { $days }), 1 comment:
   *[other] What was said about “{ $query }” ({ $where }, { $days }), the { $n } that fit best:
  }
search-worst = { $n ->
    [0] No such comment ({ $where }, { $days }).
    [one] The worst-rated comment ({ $where }, { $days }):
   *[other] The { $n } worst-rated comments ({ $where }, { $days }):
  }
search-newest = { $n ->
    [0] No such comment ({ $where }, { $days }).
    [one] The newest comment ({ $where }, { $days }):
   *[other] The { $n } newest comments ({ $where }, { $days }):
  }
search-index-locked = Another process has the search index; I compared the words directly.
search-index-broken = The search index is broken; I compared the words directly. An administrator can run: cxbot reindex
search-index-down = The search server does not answer; I compared the words directly.
search-embedder-down = The provider of meanings (embeddings) does not answer; I compared the words alone.
search-partial = Not all texts are indexed yet; the oldest were not looked at.
limited-to = limited to { $names }, which is what you may see
count-answer = { $n } of { $all } comments mention “{ $query }” ({ $where }, { $days }).
count-share = That is { $share } (95% interval { $low } to { $high }).
count-rule = counted: texts with the words { $rule }, or a form of them
worked-roi = ROI
worked-mentions = Mentions
worked-mentions-share = Share of comments
search-negative = { $n ->
    [0] No negative comment ({ $where }, { $days }).
    [one] The newest negative comment ({ $where }, { $days }):
   *[other] The { $n } newest negative comments ({ $where }, { $days }):
  }
