drivers-by-weight = { $subject }: what goes with it, by relative weight. Together they explain { $explained } of its variation among the { $complete ->
    [one] 1 respondent
   *[other] { $complete } respondents
  } who scored every { $by }. Correlations stand beside the weights; the order shown is that of the weights.
drivers-by-correlation = { $subject }: what goes with it, by correlation. Relative weights would need respondents who scored every { $by }; of { $respondents }, { $complete } did.
drivers-none = { $subject }: nobody who answered it scored a { $by } in this period, so I cannot say what goes with it.
drivers-tied = Cannot be told from the first: { $names }.
drivers-undecided = Undecided, not told from none: { $names }.
drivers-caution = What goes with a score need not cause it.
drivers-pairing-row = one survey is one respondent, “not applicable” is no score
drivers-pairing-customer = one customer is one respondent, their scores in this period put together
drivers-passport = { $definition } · { $days } · { $n ->
    [one] 1 respondent
   *[other] { $n } respondents
  } · { $pairing } · scored on { $instrument } · { $sources }
column-driver-weights = Weight
column-driver-correlations = Correlation
column-driver-score = Its score
column-placement = Where it stands
priorities-first = { $subject }: fix first, because it matters more than most and does worse than the rest: { $names }.
priorities-unsure = { $subject }: no { $by } surely both matters more than most and does worse than the rest, so these answers name nothing to fix first.
placement-fix-first = fix first
placement-keep-up = keep up
placement-watch = does badly, matters less
placement-fine = does well, matters less
placement-undecided = undecided
