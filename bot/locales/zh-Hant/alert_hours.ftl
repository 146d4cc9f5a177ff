alert-hours-preview = { $from } 至 { $to } 不發預警，每天最多 { $budget } 則訊息，對嗎？
alert-hours-critical = 緊急情況仍會立即通知，其餘留到下一次彙總。
alert-hours-kept = 好的：{ $from } 至 { $to } 不發預警，每天最多 { $budget } 則訊息。
alert-hours-none = { $from } 至 { $from } 等於沒有靜音時段。從幾點到幾點不發預警？
