score-subject = { $metric }, { $days }
score-subject-where = { $metric } { $where }, { $days }
score-publish = { $subject }: { $value } (95% interval { $low } to { $high }, { $n ->
    [one] 1 answer
   *[other] { $n } answers
  }).
score-directional = { $subject }: { $value }, directional only (95% interval { $low } to { $high }, { $n ->
    [one] 1 answer
   *[other] { $n } answers
  }).
score-plain = { $subject }: { $value }.
score-suppressed = { $subject }: too few answers to score ({ $n ->
    [0] none
    [one] only 1
   *[other] only { $n }
  }). I show no value below 5.
change-real = Against { $days } ({ $base }, n = { $n }): { $change }, a real change (95% interval { $low } to { $high }).
change-noise = Against { $days } ({ $base }, n = { $n }): { $change } is within noise (95% interval { $low } to { $high }); with these counts only a change beyond { $detectable } would show.
change-undecided = Against { $days } ({ $base }, n = { $n }): { $change }, too few answers to tell it from noise (95% interval { $low } to { $high }).
change-too-few = Against { $days }: too few answers there to compare (n = { $n }).
score-spread = Answers: { $parts }.
score-spread-part = { $answers }: { $share }
score-apart = Not counted here, because it was asked on another scale: { $others }.
score-apart-part = { $metric } ({ $n ->
    [one] 1 answer
   *[other] { $n } answers
  })
change-finished = In the days that are over, { $days }: { $value }.
change-running = It is not over yet, so it is not compared with the one before.
difference-real = { $a } against { $b } ({ $base }, n = { $n }): { $change }, a real difference (95% interval { $low } to { $high }).
difference-noise = { $a } against { $b } ({ $base }, n = { $n }): { $change } is within noise (95% interval { $low } to { $high }); with these counts only a difference beyond { $detectable } would show.
difference-undecided = { $a } against { $b } ({ $base }, n = { $n }): { $change }, too few answers to tell it from noise (95% interval { $low } to { $high }).
next-last-month = And last month?
next-by-store = By store
next-why = Why?
table-cut = { $left ->
    [one] 1 more group is not shown.
   *[other] { $left } more groups are not shown.
  }
column-score = Score
column-interval = 95% interval
column-n = Answers
column-before = Before
column-change = Change
column-verdict = Verdict
column-mix = Mix
column-rate = Rate
column-against-rest = Against the rest
cell-suppressed = too few
cell-directional = { $value } (hint)
cell-interval = { $low } to { $high }
cell-against-rest = { $change }, { $verdict }
verdict-real = real
verdict-noise = noise
verdict-undecided = undecided
group-unknown = unknown
dimension-touchpoint = touchpoint
dimension-channel = channel
dimension-segment = segment
dimension-unit = place
dimension-store = store
dimension-region = region
dimension-country = country
dimension-persona = persona
dimension-journey = journey
dimension-stage = stage
dimension-theme = theme
dimension-language = language
dimension-source = source
dimension-hour = hour
dimension-day = day
dimension-weekday = day of the week
dimension-week = week
dimension-month = month
dimension-quarter = quarter
dimension-year = year
dimension-attribute = { $name }
rank-none = { $subject }: no { $by } has the { $needed } answers that a ranking needs.
enough-to-score = The shortest period with enough answers: the last { $days } days ({ $n }).
enough-to-rank = The shortest period in which at least two have enough answers to be ranked: the last { $days } days.
enough-never = Even the last { $days } days have too few.
enough-try = Last { $days } days
rank-unsure = { $subject }, by { $by }: none stands clearly apart from the rest; the order below may be chance.
rank-lowest = { $subject }: clearly below the rest: { $names }.
rank-highest = { $subject }: clearly above the rest: { $names }.
rank-too-few = Not ranked, fewer than { $needed } answers: { $names }.
rank-tied = Cannot be told from { $first } by more than chance: { $names }.
explain-coincides = In the same days, which need not be the cause: { $others }.
explain-event = { $name } ({ $day }: { $touched })
explain-sum = { $change } = { $mix } because the mix by { $by } changed, and { $rate } because scores changed within.
explain-reversal = Every group moved one way and the whole the other: the mix moved, not the service.
explain-information = That may be chance; what follows is arithmetic, for information.
explain-by = What explains it best: { $by }.
explain-by-also = What explains it best: { $by }; it also shows by { $others }.
explain-by-none = No dimension explains it: cut by { $by }, no group stands out beyond chance.
explain-not-by = Cut by { $by }, no group stands out beyond chance: it does not explain it.
explain-untried = Not tried, for there are many answers to read: by { $by }. Name one and I will ("why, by ...?").
