column-step = Step
column-of-sent = Of those sent
column-count = Count
column-respondents = Respondents
column-customers = All customers
column-standardised = Standardised difference
column-weights = Weights
step-sent = sent
step-delivered = delivered
step-opened = opened
step-started = started
step-answered = answered
step-opted-out = opted out
likeness-group = { $dimension }: { $group }
likeness-alike = Those who answered ({ $n }) are like all customers by { $compared }: no group's standardised difference is above 0.1.
likeness-unlike = Those who answered ({ $n }) are unlike all customers by { $dimensions } (standardised difference above 0.1):
likeness-weigh = A score can be weighted to the customer base: ask for it “weighted by segment”.
likeness-too-few = Too few customers answered ({ $n }) to say whether they stand for all.
weights-raw = none (raw)
weights-weighted = to all customers
weighted-headline = { $subject }, weighted by { $by } to the customer base: { $weighted }; raw { $raw }.
weighted-cost = Weights from { $low } to { $high }; they cost precision: the interval rests on an effective { $effective } of { $n } answers (Kish). Answers whose customer is not known are left out.
weighted-cut = Weights above 5 times the average were cut, so a group's share still misses that of the customers by up to { $gap }.
weighted-missing = Nobody answered from: { $names }. Weights cannot speak for them.
score-counted-publish = { $subject }: { $value } (95% interval { $low } to { $high }, { $counted }).
score-counted-directional = { $subject }: { $value }, directional only (95% interval { $low } to { $high }, { $counted }).
passport-counted = { $definition } · { $days } · { $counted } · { $where } · { $sources }
counted-feedback = { $n ->
    [one] 1 piece of feedback
   *[other] { $n } pieces of feedback
  }
counted-invitations = { $n ->
    [one] 1 invitation
   *[other] { $n } invitations
  }
counted-purchases = { $n ->
    [one] 1 purchase
   *[other] { $n } purchases
  }
counted-customers = { $n ->
    [one] 1 customer
   *[other] { $n } customers
  }
