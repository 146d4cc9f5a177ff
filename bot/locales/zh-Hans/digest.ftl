digest-headline = { $name }，您好。{ $n ->
    [0] 与之前 4 周相比，最近 7 天没有超出随机波动的变化（{ $about }）。
   *[other] 与之前 4 周相比，最近 7 天有 { $n } 项值得关注的变化（{ $about }）：
  }
digest-late = 这份日报迟到了：原定于 { $at } 发送。
digest-yours = 您负责的触点
digest-change = • { $metric }（{ $where }）：{ $base } → { $now }（{ $change }，n = { $n }），是真实变化。
digest-why = 原因：{ $reasons }。
digest-why-rate = 仅“{ $name }”的评分就使其变动 { $part }
digest-why-mix = “{ $name }”的回答占比使其变动 { $part }
digest-why-event = 同一时间发生了“{ $name }”（{ $day }）
digest-wins = 好消息：
digest-more = 还有 { $n } 项较小的变化。
digest-needs = 今天需要您处理：{ $overdue ->
    [0] 没有逾期的工单
   *[other] { $overdue } 张工单已逾期
  }，{ $today ->
    [0] 今天稍后没有到期的工单。
   *[other] 今天稍后还有 { $today } 张到期。
  }
digest-alerts = 昨天以来您收到 { $n } 条警报。
digest-actions = 您有 { $n } 项改进行动在一周内到期。
digest-rising = 正在上升：{ $theme }，本周有 { $n } 条（按以往应为 { $before } 条）。
digest-negative = { $n ->
    [0] 昨天以来没有不满意的客户。
   *[other] 昨天以来不满意的反馈：{ $n } 条。最差的：
  }
digest-why-more = 为什么变了？
digest-unchanged = 已隐藏 { $n } 项没有变化的分数
digest-no-data = 还没有数据：导入之后，日报会告诉您有哪些变化。
digest-every-day = 每天 { $time }
digest-every-weekday = 工作日 { $time }
digest-on-days = 每{ $days } { $time }
digest-day-mon = 周一
digest-day-tue = 周二
digest-day-wed = 周三
digest-day-thu = 周四
digest-day-fri = 周五
digest-day-sat = 周六
digest-day-sun = 周日
digest-content-new-detractors = 新增差评
digest-content-overdue-cases = 逾期工单
digest-content-themes = 上升的主题
digest-preview-new = { $schedule } 给您发日报？
digest-preview-change = 以后改为 { $schedule } 给您发日报？（目前：{ $was }。）
digest-preview-content = 更改您的日报内容（{ $schedule }）？
digest-preview-stop = 停止给您发日报（{ $was }）？
digest-holds = 内容：{ $content }。
digest-holds-usual = 内容：您的角色通常需要的：超出随机波动的变化、今天要处理的事、上升的主题。
digest-language-en = 用英文。
digest-language-pl = 用波兰文。
digest-language-zh-hans = 用简体中文。
digest-language-zh-hant = 用繁体中文。
digest-no-cases = 不含工单：您的角色看不到工单。
digest-next = 第一份：{ $at }（{ $zone }）。
digest-kept = 好了。日报将在{ $schedule } 发送；下一份：{ $at }。
digest-stopped = 好了，不再给您发日报。
digest-shown = 您的日报在{ $schedule } 发送；下一份：{ $at }。
digest-none = 您还没有日报。请告诉我什么时候发，例如“工作日早上 8:30，包含 NPS 和逾期工单”。
digest-never = 这样的时间永远不会到来。请给出星期几和时间，例如“每周一、周四 9:00”。
