signals-found = { $subject }: { $n ->
    [one] 1 signal
   *[other] { $n } signals
  }.
signals-none = { $subject }: no signal; nothing moved beyond noise.
signals-unwatched = { $subject }: too few answers on too few days to tell a signal from noise; it takes 28 days and 100 answers.
signals-passed = { $n ->
    [one] 1 more was told at the time, but looking back it is no more than chance:
   *[other] { $n } more were told at the time, but looking back they are no more than chance:
  }
signals-too-thin = Not watched, too few answers: { $names }.
signals-passport = { $definition } · { $days } · { $watched ->
    [one] 1 series watched day by day
   *[other] { $watched } series watched day by day
  } · { $sources }
signal-drift = drift
signal-spike = spike of bad answers
signal-change-point = change of level
signal-weekday = every { $weekday }
signal-surge = far more feedback than usual
signal-silence = far less feedback than usual
signal-holds = has not come back
column-signal-signal = Signal
column-signal-told = Told on
column-signal-since = Since
column-signal-until = Until
column-signal-before = Before
column-signal-score = Score
column-signal-change = Change
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
