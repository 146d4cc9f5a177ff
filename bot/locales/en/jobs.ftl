jobs-line = { $state ->
    [waiting] waits for { $due }
    [claimed] in hand since { $due }
    [done] done, was due { $due }
    [cancelled] cancelled, was due { $due }
    [dropped] dropped, from { $due }
   *[dead] gave up after { $attempts ->
        [one] { $attempts } attempt
       *[other] { $attempts } attempts
    }, from { $due }
}
jobs-none = No work waits, is in hand or gave up.
jobs-none-dead = Nothing gave up.
jobs-not-found = There is no job { $job } that this could be done to. cxbot jobs list names them.
jobs-retried = { $job } is tried again now.
jobs-cancelled = { $job } is cancelled.
worker-ready = Doing durable work. Stop with Ctrl-C.
worker-done = { $count ->
    [0] Nothing was due.
    [one] { $count } job done.
   *[other] { $count } jobs done.
}
