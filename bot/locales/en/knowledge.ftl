feedback-found = { $n ->
    [0] Nothing found.
    [one] 1 quote:
   *[other] { $n } quotes:
  }
reindex-progress = { $done } of { $total } texts indexed
reindex-done = { $n ->
    [one] 1 text is indexed.
   *[other] { $n } texts are indexed.
  }
reindex-locked = Another process has the index open; { $n ->
    [one] 1 text is
   *[other] { $n } texts are
  } waiting to be indexed. Stop that process, or let it do the work.
