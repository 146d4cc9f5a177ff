themes-most = { $all ->
    [0] 没有可读的评论（{ $where }，{ $days }）。
   *[other] { $all } 条评论谈到的内容（{ $where }，{ $days }）：
  }
themes-new = { $n ->
    [0] 没有主题的增长超出偶然范围（{ $where }，{ $days }，已读 { $all } 条评论）。
   *[other] 有 { $n } 个主题的增长超出偶然范围（{ $where }，{ $days }，已读 { $all } 条评论）：
  }
themes-rule = 按分类词表统计（第 { $version } 版）；一条评论可有多个主题；与 { $base } 相比
column-theme = 主题
column-texts = 评论数
column-share = 占比
column-negative = 负面
theme-grew = 上升
themes-junk = { $n ->
   *[other] 未计入：{ $n } 条没有内容或重复的评论
  }
column-negative-change = 负面变化
