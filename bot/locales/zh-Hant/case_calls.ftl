call-headline = { $n ->
    [0] 沒有人在等電話：最近 30 天不滿意的顧客都已聯繫過。
   *[other] 有 { $n } 位不滿意的顧客尚未聯繫。請先聯繫：
  }
call-how = { $days } 不滿意的顧客，依次按緊急程度、流失風險、價值與嚴重程度、等待時間排序；已聯繫過的不列入
column-why-first = 原因
call-because-urgent = 緊急：{ $what }
call-because-leaving = 表示要離開
call-because-again = { $n } 次不好的體驗
call-because-key-account = 重點客戶
call-because-value = 一年消費 { $amount }
call-because-severe = 最低分
call-because-low = 低分
call-because-waiting = 等待始於 { $at }
