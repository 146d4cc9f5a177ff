call-headline = { $n ->
    [0] 没有人在等电话：最近 30 天不满意的客户都已联系过。
   *[other] 有 { $n } 位不满意的客户尚未联系。请先联系：
  }
call-how = { $days } 不满意的客户，依次按紧急程度、流失风险、价值与严重程度、等待时间排序；已联系过的不列入
column-why-first = 原因
call-because-urgent = 紧急：{ $what }
call-because-leaving = 表示要离开
call-because-again = { $n } 次不好的体验
call-because-key-account = 重点客户
call-because-value = 一年消费 { $amount }
call-because-severe = 最低分
call-because-low = 低分
call-because-waiting = 等待始于 { $at }
