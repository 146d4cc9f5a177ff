jobs-line = { $state ->
    [waiting] 等待中，时间 { $due }
    [claimed] 进行中，时间 { $due }
    [done] 已完成，原定 { $due }
    [cancelled] 已取消，原定 { $due }
    [dropped] 已丢弃，来自 { $due }
   *[dead] 尝试 { $attempts } 次后放弃，来自 { $due }
}
jobs-none = 没有等待、进行中或已放弃的任务。
jobs-none-dead = 没有已放弃的任务。
jobs-not-found = 没有可以这样处理的任务 { $job }。请用 cxbot jobs list 查看。
jobs-retried = 现在重试 { $job }。
jobs-cancelled = 已取消 { $job }。
worker-ready = 正在执行后台任务。按 Ctrl-C 停止。
worker-done = { $count ->
    [0] 没有到期的任务。
   *[other] 已完成 { $count } 个任务。
}
