digest-headline = Good day, { $name }. { $n ->
    [0] Nothing changed beyond noise in the last 7 days ({ $about }, against the 4 weeks before).
    [one] 1 change worth knowing in the last 7 days ({ $about }, against the 4 weeks before):
   *[other] { $n } changes worth knowing in the last 7 days ({ $about }, against the 4 weeks before):
  }
digest-late = This comes late: it was meant for { $at }.
digest-yours = your touchpoints
digest-change = • { $metric } { $where }: { $base } → { $now } ({ $change }, n = { $n }), a real change.
digest-why = Why: { $reasons }.
digest-why-rate = the answers from { $name } alone moved it by { $part }
digest-why-mix = the share of answers from { $name } moved it by { $part }
digest-why-event = { $name } ({ $day }) coincides with it
digest-wins = Wins:
digest-more = { $n ->
    [one] 1 more change is smaller.
   *[other] { $n } more changes are smaller.
  }
digest-needs = Needs you today: { $overdue ->
    [0] no case is overdue
    [one] 1 case is overdue
   *[other] { $overdue } cases are overdue
  }, { $today ->
    [0] none falls due later today.
    [one] 1 falls due later today.
   *[other] { $today } fall due later today.
  }
digest-alerts = { $n ->
    [one] 1 alert of yours since yesterday.
   *[other] { $n } alerts of yours since yesterday.
  }
digest-actions = { $n ->
    [one] 1 action of yours is due within a week.
   *[other] { $n } actions of yours are due within a week.
  }
digest-rising = Rising: { $theme }, in { $n ->
    [one] 1 text
   *[other] { $n } texts
  } of the week ({ $before } were to be expected).
digest-negative = { $n ->
    [0] Nobody was dissatisfied since yesterday.
    [one] Dissatisfied since yesterday: 1.
   *[other] Dissatisfied since yesterday: { $n }. The worst:
  }
digest-why-more = Why did it change?
digest-unchanged = { $n ->
    [one] 1 unchanged hidden
   *[other] { $n } unchanged hidden
  }
digest-no-data = No data yet: import some, and the digest tells what changes.
digest-every-day = every day at { $time }
digest-every-weekday = every weekday at { $time }
digest-on-days = on { $days } at { $time }
digest-day-mon = Mondays
digest-day-tue = Tuesdays
digest-day-wed = Wednesdays
digest-day-thu = Thursdays
digest-day-fri = Fridays
digest-day-sat = Saturdays
digest-day-sun = Sundays
digest-content-new-detractors = new detractors
digest-content-overdue-cases = overdue cases
digest-content-themes = rising themes
digest-preview-new = Send you a digest { $schedule }?
digest-preview-change = Send your digest { $schedule } from now on? (So far: { $was }.)
digest-preview-content = Change what your digest ({ $schedule }) is like?
digest-preview-stop = Stop your digest ({ $was })?
digest-holds = With: { $content }.
digest-holds-usual = With what your role usually needs: changes beyond noise, what needs you today, rising themes.
digest-language-en = In English.
digest-language-pl = In Polish.
digest-language-zh-hans = In Chinese (simplified).
digest-language-zh-hant = In Chinese (traditional).
digest-no-cases = Cases will be left out: your role does not see them.
digest-next = The first one: { $at } ({ $zone }).
digest-kept = Done. Your digest comes { $schedule }; the next one: { $at }.
digest-stopped = Done. You get no more digests.
digest-shown = Your digest comes { $schedule }; the next one: { $at }.
digest-none = You have no digest. Say when you want one, for example “every weekday at 8:30 with NPS and overdue cases”.
digest-never = That schedule never comes. Give days of the week and a time, for example “Mondays and Thursdays at 9:00”.
