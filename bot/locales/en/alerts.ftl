alert-severe = { $n ->
    [one] A customer needs someone now: { $where }.
   *[other] { $n } customers need someone now: { $where }.
  }
alert-threshold = { $metric }, { $where }: { $value } over the last { $days ->
    [one] day
   *[other] { $days } days
  } ({ $answers ->
    [one] 1 answer
   *[other] { $answers } answers
  }), { $op } your limit of { $limit }.
alert-drift = { $metric }, { $where }: { $value } since { $since }, before { $before } ({ $change }, a real change; { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
  }).
alert-spike = { $metric }, { $where }: { $value } on { $day }, usually { $before } ({ $change }; { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
  }).
alert-new-theme = A theme is growing: “{ $theme }”, { $texts ->
    [one] 1 comment
   *[other] { $texts } comments
  } in 14 days, { $times } times its usual share.
alert-response = Fewer invitations are answered: { $where }, { $value } of { $sent }, usually { $before }.
alert-stale = { $source } has stopped: nothing new for { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
  }.
alert-low-score = { $where }: { $metric } { $score } of { $scale }, at or below { $limit }.
alert-everything = whole company
alert-op-below = below
alert-op-at-most = at or below
alert-op-above = above
alert-op-at-least = at or above
alert-reasons = Why it cannot wait: { $reasons }.
alert-reason-words = { $reason } (“{ $words }”)
alert-reason-lowest-score = one of the lowest scores
alert-reason-low-score = a low score
alert-reason-safety = safety
alert-reason-legal = legal words
alert-reason-vulnerable = someone vulnerable
alert-reason-money = money
alert-reason-deadline = a deadline
alert-reason-public = going public
alert-reason-waiting = waiting
alert-reason-leave = wants to leave
alert-reason-legal-or-safety = law or safety
alert-reason-anger = anger
alert-reason-negative = negative words
alert-reason-refund = wants a refund
alert-part = { $group }: { $change } ({ $n ->
    [one] 1 answer
   *[other] { $n } answers
  })
alert-case = Case { $case } is open.
alert-to-you-touchpoint-owner = to you because the touchpoint is yours
alert-to-you-unit-manager = to you because you manage the unit
alert-to-you-team = to you for your team
alert-to-you-role = to you because of your role
alert-to-you-person = to you because a rule of yours asks for it
alert-to-you-deputy = to you because the person responsible is away
alert-to-you-fallback = to you because nobody else is named for it
alert-summary = { $n ->
    [one] 1 alert was held back:
   *[other] { $n } alerts were held back:
  }
alert-summary-item = – { $what }
alert-choice-why = Why did I get this?
alert-choice-take = Take
alert-choice-draft = Draft a reply
alert-choice-snooze = Snooze until tomorrow
alert-choice-false = Not an issue
alert-none = No alert has been sent to you yet.
alert-rule-severe = The rule for single comments: score and words came to { $points } points, { $limit } are enough.
alert-rule-drift = The rule for drifts: a running average of daily scores left what is usual for this day of the week, by more than chance explains.
alert-rule-spike = The rule for spikes: so many bad answers on one day happen by chance less than once in many weeks.
alert-rule-new-theme = The rule for new themes: its share grew by more than chance and the day of the week explain.
alert-rule-response = The rule for response rates: fewer answer than usual, by more than chance explains.
alert-rule-stale = The rule for sources: it brings data at intervals it has missed.
alert-rule-threshold = A rule with a limit that somebody set.
alert-rule-low-score = The rule for low scores: one answer at or below its limit.
alert-rule-own = Your rule { $number } asks for it. It tells you once, and again only after the score has been back by a margin.
alert-state-silenced = It is silent for you now.
alert-state-useful = You called it useful.
alert-state-false = You called it no issue; it now takes more.
alert-state-over = It is over.
alert-how-same-cause = It came in a summary, because its cause had been told shortly before.
alert-how-quiet-hours = It came in a summary, because it arrived in your quiet hours.
alert-how-budget = It came in a summary, because your budget of messages for the day was used up.
alert-passport = { $why } · { $at }
alert-learnt-false = Noted: not an issue. From now on it takes more to alert you about this.
alert-learnt-useful = Noted: useful.
alert-silent = Silent for you until { $until }.
alert-learn-false-ask = Note that this is not an issue?
alert-learn-useful-ask = Note that it was useful?
alert-silence-ask = Keep it silent for you until { $until }?
alert-about = It is about: { $what }
alert-until-past = { $until } is past. Until when shall it be silent?
alert-rule-preview = Tell you when { $metric }, { $where }, over the last { $days ->
    [one] day
   *[other] { $days } days
  } is { $op } { $limit }, from { $least ->
    [one] 1 answer
   *[other] { $least } answers
  } on?
alert-rule-for = It tells { $name }, who is asked first.
alert-rule-impossible = This can never happen: no score on this scale lies beyond that limit.
alert-rule-never = It would never fire: there were at most { $most ->
    [one] 1 answer
   *[other] { $most } answers
  }, and it takes { $least }.
alert-rule-always = It would say the same almost every day: the score was beyond the limit on { $beyond } of the last { $days ->
    [one] day
   *[other] { $days } days
  }.
alert-rule-rehearsed = In the last { $days ->
    [one] day
   *[other] { $days } days
  } it would have told you { $alerts ->
    [0] nothing
    [one] once
   *[other] { $alerts } times
  }.
alert-rule-now = Now it is { $value } ({ $n ->
    [one] 1 answer
   *[other] { $n } answers
  }).
alert-rule-kept = Done: I tell you when { $metric }, { $where }, is { $op } { $limit } ({ $least ->
    [one] 1 answer
   *[other] { $least } answers
  } at least, over { $days ->
    [one] 1 day
   *[other] { $days } days
  }).
alert-rule-asked = I ask them first; the rule begins when they accept.
alert-rule-offer = { $name } wants me to tell you when { $metric }, { $where }, is { $op } { $limit }. Do you want that?
alert-rule-accept = Yes, tell me
alert-rule-decline = No
alert-rule-accepted = Good: I will tell you.
alert-rule-declined = Good: I will not.
alert-rule-nobody = I know nobody of that name. Whom shall I tell?
alert-rule-unknown = I do not know which rule you mean. Ask me to list your alert rules.
alert-rules = { $n ->
    [0] You have no alert rules of your own.
    [one] You have 1 alert rule:
   *[other] You have { $n } alert rules:
  }
alert-rule-on = { $number }. { $metric }, { $where }, { $op } { $limit } (from { $least ->
    [one] 1 answer
   *[other] { $least } answers
  } on)
alert-rule-delete = Take back this rule? { $rule }
alert-rule-deleted = Rule { $number } is taken back.
clarify-notify = Whom shall I tell?
