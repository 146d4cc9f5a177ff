jobs-line = { $state ->
    [waiting] 等待中，時間 { $due }
    [claimed] 進行中，時間 { $due }
    [done] 已完成，原定 { $due }
    [cancelled] 已取消，原定 { $due }
    [dropped] 已丟棄，來自 { $due }
   *[dead] 嘗試 { $attempts } 次後放棄，來自 { $due }
}
jobs-none = 沒有等待、進行中或已放棄的工作。
jobs-none-dead = 沒有已放棄的工作。
jobs-not-found = 沒有可以這樣處理的工作 { $job }。請用 cxbot jobs list 查看。
jobs-retried = 現在重試 { $job }。
jobs-cancelled = 已取消 { $job }。
worker-ready = 正在執行背景工作。按 Ctrl-C 停止。
worker-done = { $count ->
    [0] 沒有到期的工作。
   *[other] 已完成 { $count } 件工作。
}
