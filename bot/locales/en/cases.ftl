cases-open = { $n ->
    [0] No open cases.
    [one] 1 open case.
   *[other] { $n } open cases.
  }
cases-sla-due-today = { $n ->
    [0] No case is due today.
    [one] 1 case is due today.
   *[other] { $n } cases are due today.
  }
cases-overdue = { $n ->
    [0] No case is overdue.
    [one] 1 case is overdue.
   *[other] { $n } cases are overdue.
  }
cases-new = { $n ->
    [0] No new case in the last 7 days.
    [one] 1 new case in the last 7 days.
   *[other] { $n } new cases in the last 7 days.
  }
cases-unassigned = { $n ->
    [0] No case is without an owner.
    [one] 1 case has no owner.
   *[other] { $n } cases have no owner.
  }
cases-closed = { $n ->
    [0] No closed cases.
    [one] 1 closed case.
   *[other] { $n } closed cases.
  }
cases-cut = { $left ->
    [one] 1 more is not shown.
   *[other] { $left } more are not shown.
  }
column-case = Case
column-customer = Customer
column-about = About
column-owner = Owner
column-due = Due
column-priority = Priority
cell-overdue = { $at } (overdue)
cell-nobody = nobody
priority-critical = critical
priority-high = high
priority-normal = normal
cases-asked = asked: { $what }
