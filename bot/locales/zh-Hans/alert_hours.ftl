alert-hours-preview = { $from } 至 { $to } 不发预警，每天最多 { $budget } 条消息，对吗？
alert-hours-critical = 紧急情况仍会立即通知，其余留到下一次汇总。
alert-hours-kept = 好的：{ $from } 至 { $to } 不发预警，每天最多 { $budget } 条消息。
alert-hours-none = { $from } 至 { $from } 等于没有静音时段。从几点到几点不发预警？
