call-headline = { $n ->
    [0] Nobody waits for a call: every dissatisfied customer of the last 30 days has heard from us.
    [one] 1 dissatisfied customer has not heard from us since.
   *[other] { $n } dissatisfied customers have not heard from us since. Call these first:
  }
call-how = dissatisfied { $days }, by urgency, then risk of leaving, then value and severity, then how long they wait; whoever we spoke to since is left out
column-why-first = Why
call-because-urgent = urgent: { $what }
call-because-leaving = says they will leave
call-because-again = { $n ->
    [one] 1 bad experience
   *[other] { $n } bad experiences
  }
call-because-key-account = key account
call-because-value = spent { $amount } in a year
call-because-severe = the lowest score
call-because-low = a low score
call-because-waiting = waits since { $at }
