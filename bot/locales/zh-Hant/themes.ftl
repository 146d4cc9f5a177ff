themes-most = { $all ->
    [0] 沒有可讀的評論（{ $where }，{ $days }）。
   *[other] { $all } 則評論談到的內容（{ $where }，{ $days }）：
  }
themes-new = { $n ->
    [0] 沒有主題的增長超出偶然範圍（{ $where }，{ $days }，已讀 { $all } 則評論）。
   *[other] 有 { $n } 個主題的增長超出偶然範圍（{ $where }，{ $days }，已讀 { $all } 則評論）：
  }
themes-rule = 按分類詞表統計（第 { $version } 版）；一則評論可有多個主題；與 { $base } 相比
column-theme = 主題
column-texts = 評論數
column-share = 占比
column-negative = 負面
theme-grew = 上升
themes-junk = { $n ->
   *[other] 未計入：{ $n } 則沒有內容或重複的評論
  }
column-negative-change = 負面變化
