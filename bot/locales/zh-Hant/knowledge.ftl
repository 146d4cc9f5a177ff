feedback-found = { $n ->
    [0] 沒有找到。
   *[other] { $n } 則原話：
  }
reindex-progress = 已索引 { $done } / { $total } 則文字
reindex-done = 已索引 { $n } 則文字。
reindex-locked = 索引正由另一個程序使用；還有 { $n } 則文字等待索引。請停止那個程序，或讓它完成索引。
