intent-action-list = 改进行动列表
intent-root-causes = 工单的根本原因
action-preview = 新建改进行动“{ $title }”？
action-facts = 负责人：{ $owner }。涉及：{ $where }。预期：{ $hoped }。截止：{ $day }。
action-hoped = { $metric } { $change }
action-cost = 成本：{ $cost }。
action-usual-due = 没有给出日期，因此 8 周后检查效果。
action-will-check = 到那天我会比较前后变化，并与未涉及的触点对照，然后在这里告诉您。
action-will-check-alone = 到那天我会比较前后变化，并在这里告诉您。没有指明触点，因此没有可对照的对象。
action-kept = 好了：{ $number } 已建立。我会在 { $day } 在这里告诉您效果。
action-owner-unknown = 员工中没有叫“{ $name }”的人。由谁负责？
action-owner-several = 有几位叫“{ $name }”：{ $names }。由谁负责？
action-due-past = { $day } 已经过去了。应在什么时候之前完成？
action-due-today = { $day } 就是今天：还没有可衡量的结果。应在什么时候之前完成？
action-due-unknown = 我不知道“{ $said }”是哪一天。应在什么时候之前完成？
action-list = { $n ->
    [0] 没有进行中的改进行动。
   *[other] 有 { $n } 项改进行动正在进行。
  }
action-unknown = 没有编号为 { $number } 的改进行动。您指哪一项？
action-taken-back = 已撤回
action-state = { $number }“{ $title }”：{ $came }。
action-not-begun = 今天才开始：还没有可比较的内容。
action-so-far = 目前：{ $came }。
action-preview-move = 将 { $number }“{ $title }”的截止日期从 { $day } 改为 { $to }？
action-preview-take-back = 撤回 { $number }“{ $title }”，不再检查效果？
action-was-taken-back = 好了：{ $number } 已撤回。
action-open = 进行中
action-verdict-worked = 很可能有效
action-verdict-unclear = 无法判断
action-verdict-failed = 没有效果
action-verdict-worked-by = 很可能有效（{ $effect }）
action-verdict-unclear-by = 无法判断（{ $effect }）
action-verdict-failed-by = 没有效果（{ $effect }）
action-checked-worked = { $number }“{ $title }”今天到期。很可能有效。
action-checked-unclear = { $number }“{ $title }”今天到期。无法判断是否有效。
action-checked-failed = { $number }“{ $title }”今天到期。没有达到预期。
action-too-few = 回答太少，无法判断。
action-moved = 之前 { $base } → 之后 { $now }（n = { $n }）。
action-beside = 与未涉及的部分相比，效果为 { $effect }（95%：{ $low } 至 { $high }）。
action-nothing-beside = 变化为 { $effect }（95%：{ $low } 至 { $high }）；没有对照，无法排除其他原因。
action-was-hoped = 预期：{ $hoped }。
action-passport = { $definition } · { $before } 对比 { $after } · n = { $n }
column-action = 行动
column-title = 内容
column-hoped = 预期
column-came-of-it = 效果
column-root-cause = 根本原因
column-cases = 工单
column-cases-before = 前一周
root-causes = { $n ->
    [0] 没有注明根本原因而关闭的工单（{ $where }，{ $days }）。
   *[other] 有 { $n } 张工单注明根本原因后关闭（{ $where }，{ $days }），按次数排列：
  }
review-headline = { $days } 这一周：{ $n } 张工单注明根本原因后关闭；前一周 { $before } 张。
review-repeated = 重复出现的：
review-nothing-repeated = 没有重复出现的原因。
review-learned = 经验：{ $number }“{ $title }”：{ $came }。
review-nothing-learned = 本周没有检查任何改进行动。
review-propose = 以下问题还没有人处理：
review-open-action = 新建行动：{ $touchpoint }，{ $cause }
