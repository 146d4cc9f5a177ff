alert-severe = { $n ->
   *[other] 有 { $n } 位客户现在就需要有人处理：{ $where }。
  }
alert-threshold = { $metric }（{ $where }）最近 { $days } 天为 { $value }（{ $answers } 份回答），{ $op }您设定的 { $limit }。
alert-drift = { $metric }（{ $where }）自 { $since } 起为 { $value }，此前为 { $before }（{ $change }，变化属实；{ $answers } 份回答）。
alert-spike = { $metric }（{ $where }）在 { $day } 为 { $value }，平时为 { $before }（{ $change }；{ $answers } 份回答）。
alert-new-theme = 主题“{ $theme }”正在增多：14 天内 { $texts } 条评论，占比是平时的 { $times } 倍。
alert-response = 回复邀请的人变少了：{ $where }，{ $sent } 份中 { $value }，平时为 { $before }。
alert-stale = 数据源 { $source } 已停止更新：{ $hours } 小时没有新数据。
alert-sla = 工单 { $case } 已超时 { $hours ->
    [0] 不到一小时
   *[other] { $hours } 小时
  }。
alert-low-score = { $where }：{ $metric } { $score }/{ $scale }，不高于 { $limit }。
alert-everything = 全公司
alert-op-below = 低于
alert-op-at-most = 不高于
alert-op-above = 高于
alert-op-at-least = 不低于
alert-reasons = 为什么不能等：{ $reasons }。
alert-reason-words = { $reason }（“{ $words }”）
alert-reason-lowest-score = 评分极低
alert-reason-low-score = 评分偏低
alert-reason-safety = 安全
alert-reason-legal = 法律用语
alert-reason-vulnerable = 涉及弱势人群
alert-reason-money = 钱款
alert-reason-deadline = 期限
alert-reason-public = 要曝光
alert-reason-waiting = 等待
alert-reason-leave = 想离开
alert-reason-legal-or-safety = 法律或安全
alert-reason-anger = 愤怒
alert-reason-negative = 负面用语
alert-reason-refund = 要求退款
alert-part = { $group }：{ $change }（{ $n } 份回答）
alert-case = 已建立工单 { $case }。
alert-to-you-touchpoint-owner = 发给您，因为这个触点由您负责
alert-to-you-unit-manager = 发给您，因为您管理该门店或区域
alert-to-you-team = 发给您所在的团队
alert-to-you-role = 因您的角色发给您
alert-to-you-person = 发给您，因为您的规则要求
alert-to-you-owner = 发给您，因为这是您的工单
alert-to-you-deputy = 发给您，因为负责人不在
alert-to-you-fallback = 发给您，因为没有指定其他人
alert-summary = 有 { $n } 条预警合并告知：
alert-summary-item = – { $what }
alert-choice-why = 为什么发给我？
alert-choice-take = 我来处理
alert-choice-draft = 起草回复
alert-choice-snooze = 静音到明天
alert-choice-false = 不是问题
alert-none = 还没有给您发过预警。
alert-rule-severe = 单条评论规则：评分和用语合计 { $points } 分，达到 { $limit } 分即预警。
alert-rule-drift = 漂移规则：每日评分的滑动平均偏离了同一星期几的常态，超出偶然。
alert-rule-spike = 突增规则：一天内这么多差评，偶然出现的概率是许多周才一次。
alert-rule-new-theme = 新主题规则：占比的增长超出偶然和星期因素。
alert-rule-response = 回复率规则：回复的人比平时少，超出偶然。
alert-rule-stale = 数据源规则：没有按应有的间隔送来数据。
alert-rule-sla = 工单规则：有工单超过时限。
alert-rule-threshold = 有人设定的阈值规则。
alert-rule-low-score = 低分规则：一份回答达到或低于界限。
alert-rule-own = 这是您的规则 { $number }。只提醒一次，等分数明显恢复后才会再次提醒。
alert-state-silenced = 目前对您静音。
alert-state-useful = 您标为有用。
alert-state-false = 您标为不是问题；现在要求更高。
alert-state-over = 已经结束。
alert-how-same-cause = 它在汇总中告知，因为同一原因刚刚提醒过。
alert-how-quiet-hours = 它在汇总中告知，因为当时是您的免打扰时段。
alert-how-budget = 它在汇总中告知，因为当天的消息额度已用完。
alert-passport = { $why } · { $at }
alert-learnt-false = 已记下：不是问题。以后此类预警要求更高。
alert-learnt-useful = 已记下：有用。
alert-silent = 对您静音至 { $until }。
alert-about = 内容：{ $what }
alert-until-past = { $until } 已经过去。要静音到什么时候？
alert-rule-preview = 当 { $metric }（{ $where }）最近 { $days } 天{ $op } { $limit }、至少 { $least } 份回答时通知您？
alert-rule-for = 会通知 { $name }，先征求其同意。
alert-rule-impossible = 这不可能发生：该量表上没有超出这个界限的分数。
alert-rule-never = 它永远不会触发：最多只有 { $most } 份回答，而规则要求 { $least } 份。
alert-rule-always = 它几乎每天都会说同样的话：最近 { $days } 天中有 { $beyond } 天超出界限。
alert-rule-rehearsed = 最近 { $days } 天里它会通知您 { $alerts ->
    [0] 零次
   *[other] { $alerts } 次
  }。
alert-rule-now = 现在为 { $value }（{ $n } 份回答）。
alert-rule-kept = 好的：当 { $metric }（{ $where }）{ $op } { $limit } 时通知您（最近 { $days } 天，至少 { $least } 份回答）。
alert-rule-asked = 我先征求对方同意；同意后规则生效。
alert-rule-offer = { $name } 希望我在 { $metric }（{ $where }）{ $op } { $limit } 时通知您。您同意吗？
alert-rule-accept = 好，通知我
alert-rule-decline = 不用
alert-rule-accepted = 好的，我会通知您。
alert-rule-declined = 好的，我不会通知您。
alert-rule-nobody = 没有找到这个人。要通知谁？
alert-rule-unknown = 不清楚您指哪条规则。可以让我列出您的预警规则。
alert-rules = { $n ->
    [0] 您没有自己的预警规则。
   *[other] 您有 { $n } 条预警规则：
  }
alert-rule-on = { $number }. { $metric }（{ $where }）{ $op } { $limit }（至少 { $least } 份回答）
alert-rule-delete = 撤销这条规则吗？{ $rule }
alert-rule-deleted = 规则 { $number } 已撤销。
clarify-notify = 要通知谁？
