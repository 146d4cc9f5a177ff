digest-headline = Good morning, { $name }. { $n ->
    [0] Nothing changed beyond noise in the last 7 days, against the 4 weeks before.
    [one] 1 change worth knowing in the last 7 days, against the 4 weeks before:
   *[other] { $n } changes worth knowing in the last 7 days, against the 4 weeks before:
  }
digest-change = • { $metric } { $where }: { $base } → { $now } ({ $change }, n = { $n }), a real change.
digest-unchanged = { $n ->
    [one] 1 other score is unchanged.
   *[other] { $n } other scores are unchanged.
  }
digest-negative = To look at, since yesterday:
digest-no-data = No data yet: import some, and the digest tells what changes.
