alert-hours-preview = From { $from } to { $to } you get no alerts, and at most { $budget ->
    [one] 1 message
   *[other] { $budget } messages
  } a day. Is that right?
alert-hours-critical = What is critical is told at once all the same; the rest waits for the next summary.
alert-hours-kept = Done: no alerts from { $from } to { $to }, at most { $budget ->
    [one] 1 message
   *[other] { $budget } messages
  } a day.
alert-hours-none = Quiet hours from { $from } to { $from } would be none at all. From when until when do you want no alerts?
