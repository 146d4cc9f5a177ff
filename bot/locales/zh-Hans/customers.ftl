customer-headline = 客户 { $key }
customer-named = { $name }（客户 { $key }）
customer-facts = { $facts }
customer-since = { $day }起成为客户。
customer-contact = 联系方式：{ $contact }
customer-last = 最近：{ $event }
customer-event = { $kind ->
    [order] 下单
    [delivery] 配送
    [return] 退货
    [visit] 到店
    [ticket] 求助
   *[other] { $kind }
  }，{ $at }，{ $where }
customer-event-value = { $kind ->
    [order] 下单
    [delivery] 配送
    [return] 退货
    [visit] 到店
    [ticket] 求助
   *[other] { $kind }
  }，{ $at }，{ $where }，{ $value }
customer-orders = { $n ->
    [0] 最近的记录中没有订单。
   *[other] 最近的记录中有 { $n } 笔订单：
  }
customer-complaints = 有：{ $all } 条评论或评分中，{ $n } 条是差评。
customer-no-complaints = 目前没有投诉，共 { $all } 条评论或评分。
customer-last-contact = 最近一次联系：{ $at }。
customer-never = 没有与这位客户的联系记录。
customer-cases = { $n ->
    [0] 没有您可查看的未结工单。
   *[other] 未结工单：{ $numbers }。
  }
customer-consent = 已同意：{ $yes }。未同意：{ $no }。
customer-scores = 评分，从新到旧：{ $scores }。
customer-basis = 依据 { $events } 个事件和 { $feedback } 条反馈记录
customer-unknown = 没有找到客户“{ $name }”。请试试客户编号或完整姓名。
customer-unknown-here = 在您可查看的客户中，没有“{ $name }”。
