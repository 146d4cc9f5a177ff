intent-action-list = the list of actions
intent-root-causes = root causes of cases
action-preview = Open this action: “{ $title }”?
action-facts = Owner: { $owner }. It is about: { $where }. Hoped for: { $hoped }. Due: { $day }.
action-hoped = { $change } { $metric }
action-cost = Cost: { $cost }.
action-usual-due = No date was given, so its effect is checked in 8 weeks.
action-will-check = On that day I compare before and after, with the touchpoints it did not reach beside it, and tell you here.
action-will-check-alone = On that day I compare before and after and tell you here. It names no touchpoint, so there is nothing to hold it against.
action-kept = Done: { $number } is open. I tell its effect here on { $day }.
action-owner-unknown = I know nobody on the staff called “{ $name }”. Who is to own it?
action-owner-several = Several people are called “{ $name }”: { $names }. Who is to own it?
action-due-past = { $day } is in the past. By when is it to be done?
action-due-today = { $day } is today: there would be nothing to measure yet. By when is it to be done?
action-due-unknown = I cannot tell which day “{ $said }” is. By when is it to be done?
action-list = { $n ->
    [0] No action is open.
    [one] 1 action is open.
   *[other] { $n } actions are open.
  }
action-unknown = There is no action { $number }. Which one do you mean?
action-taken-back = taken back
action-state = { $number } “{ $title }”: { $came }.
action-not-begun = It began today: there is nothing to compare yet.
action-so-far = So far: { $came }.
action-preview-move = Move { $number } “{ $title }” from { $day } to { $to }?
action-preview-take-back = Take { $number } “{ $title }” back, without a check of its effect?
action-was-taken-back = Done: { $number } is taken back.
action-open = open
action-verdict-worked = likely worked
action-verdict-unclear = cannot tell
action-verdict-failed = did not work
action-verdict-worked-by = likely worked ({ $effect })
action-verdict-unclear-by = cannot tell ({ $effect })
action-verdict-failed-by = did not work ({ $effect })
action-checked-worked = { $number } “{ $title }” is due today. It likely worked.
action-checked-unclear = { $number } “{ $title }” is due today. Whether it worked cannot be told.
action-checked-failed = { $number } “{ $title }” is due today. It did not do what was hoped.
action-too-few = There were too few answers to tell by.
action-moved = { $base } before → { $now } after (n = { $n }).
action-beside = Against what it did not reach, the effect is { $effect } (95%: { $low } to { $high }).
action-nothing-beside = The change is { $effect } (95%: { $low } to { $high }); with nothing to hold it against, other causes cannot be ruled out.
action-was-hoped = Hoped for: { $hoped }.
action-passport = { $definition } · { $before } against { $after } · n = { $n }
column-action = Action
column-title = What
column-hoped = Hoped for
column-came-of-it = Effect
column-root-cause = Root cause
column-cases = Cases
column-cases-before = Week before
root-causes = { $n ->
    [0] No case was closed with a root cause ({ $where }, { $days }).
    [one] 1 case was closed with a root cause ({ $where }, { $days }):
   *[other] { $n } cases were closed with a root cause ({ $where }, { $days }), by how often:
  }
review-headline = { $n ->
    [0] The week { $days }: no case was closed with a root cause; { $before } the week before.
    [one] The week { $days }: 1 case was closed with a root cause; { $before } the week before.
   *[other] The week { $days }: { $n } cases were closed with a root cause; { $before } the week before.
  }
review-repeated = What repeated:
review-nothing-repeated = Nothing repeated.
review-learned = Learned: { $number } “{ $title }”: { $came }.
review-nothing-learned = No action was checked this week.
review-propose = Nobody is at work on these yet:
review-open-action = Open an action: { $touchpoint }, { $cause }
