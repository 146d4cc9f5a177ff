digest-headline = { $name }，早安。{ $n ->
    [0] 與之前 4 週相比，最近 7 天沒有超出隨機波動的變化。
   *[other] 與之前 4 週相比，最近 7 天有 { $n } 項值得關注的變化：
  }
digest-change = • { $metric }（{ $where }）：{ $base } → { $now }（{ $change }，n = { $n }），是真實變化。
digest-unchanged = 另有 { $n } 項分數沒有變化。
digest-negative = 昨天以來需要看一看的：
digest-no-data = 還沒有資料：匯入之後，日報會告訴您有哪些變化。
