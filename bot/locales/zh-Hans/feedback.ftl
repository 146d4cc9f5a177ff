search-about = { $n ->
    [0] 没有人提到“{ $query }”（{ $where }，{ $days }）。
   *[other] 关于“{ $query }”的客户原话（{ $where }，{ $days }），最相关的 { $n } 条：
  }
search-worst = { $n ->
    [0] 没有这样的评论（{ $where }，{ $days }）。
   *[other] 评分最低的 { $n } 条评论（{ $where }，{ $days }）：
  }
search-newest = { $n ->
    [0] 没有这样的评论（{ $where }，{ $days }）。
   *[other] 最新的 { $n } 条评论（{ $where }，{ $days }）：
  }
search-index-locked = 搜索索引正被另一个进程使用，我直接比对了文字。
search-index-broken = 搜索索引已损坏，我直接比对了文字。管理员可以运行：cxbot reindex
search-index-down = 搜索服务器没有响应，我直接比对了文字。
search-embedder-down = 向量服务没有响应，我只比对了文字。
search-partial = 还有文本没有编入索引，最早的部分没有查到。
limited-to = 仅限您可查看的范围：{ $names }
count-answer = { $all } 条评论中有 { $n } 条提到“{ $query }”（{ $where }，{ $days }）。
count-share = 占 { $share }（95% 区间 { $low } 至 { $high }）。
count-rule = 统计口径：含有 { $rule } 及其变体的文本
worked-roi = ROI
worked-mentions = 提及次数
worked-mentions-share = 占评论的比例
search-negative = { $n ->
    [0] 没有负面评论（{ $where }，{ $days }）。
   *[other] 最新的 { $n } 条负面评论（{ $where }，{ $days }）：
  }
