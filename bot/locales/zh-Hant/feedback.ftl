search-about = { $n ->
    [0] 沒有人提到「{ $query }」（{ $where }，{ $days }）。
   *[other] 關於「{ $query }」的顧客原話（{ $where }，{ $days }），最相關的 { $n } 則：
  }
search-worst = { $n ->
    [0] 沒有這樣的評論（{ $where }，{ $days }）。
   *[other] 評分最低的 { $n } 則評論（{ $where }，{ $days }）：
  }
search-newest = { $n ->
    [0] 沒有這樣的評論（{ $where }，{ $days }）。
   *[other] 最新的 { $n } 則評論（{ $where }，{ $days }）：
  }
search-index-locked = 搜尋索引正由另一個程序使用，我直接比對了文字。
search-index-broken = 搜尋索引已損壞，我直接比對了文字。管理員可以執行：cxbot reindex
search-index-down = 搜尋伺服器沒有回應，我直接比對了文字。
search-embedder-down = 向量服務沒有回應，我只比對了文字。
search-partial = 還有文字沒有編入索引，最早的部分沒有查到。
limited-to = 僅限您可檢視的範圍：{ $names }
count-answer = { $all } 則評論中有 { $n } 則提到「{ $query }」（{ $where }，{ $days }）。
count-share = 占 { $share }（95% 區間 { $low } 至 { $high }）。
count-rule = 統計方式：含有 { $rule } 及其變化形式的文字
worked-roi = ROI
worked-mentions = 提及次數
worked-mentions-share = 占評論的比例
search-negative = { $n ->
    [0] 沒有負面評論（{ $where }，{ $days }）。
   *[other] 最新的 { $n } 則負面評論（{ $where }，{ $days }）：
  }
