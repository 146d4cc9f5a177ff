feedback-found = { $n ->
    [0] 没有找到。
   *[other] { $n } 条原话：
  }
reindex-progress = 已索引 { $done } / { $total } 条文本
reindex-done = 已索引 { $n } 条文本。
reindex-locked = 索引正被另一个进程使用；还有 { $n } 条文本等待索引。请停止那个进程，或让它完成索引。
