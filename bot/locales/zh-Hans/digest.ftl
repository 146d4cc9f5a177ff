digest-headline = { $name }，早上好。{ $n ->
    [0] 与之前 4 周相比，最近 7 天没有超出随机波动的变化。
   *[other] 与之前 4 周相比，最近 7 天有 { $n } 项值得关注的变化：
  }
digest-change = • { $metric }（{ $where }）：{ $base } → { $now }（{ $change }，n = { $n }），是真实变化。
digest-unchanged = 另有 { $n } 项分数没有变化。
digest-negative = 昨天以来需要看一看的：
digest-no-data = 还没有数据：导入之后，日报会告诉您有哪些变化。
