score-subject = { $metric }，{ $days }
score-subject-where = { $metric }（{ $where }），{ $days }
score-publish = { $subject }：{ $value }（95% 区间 { $low } 至 { $high }，{ $n } 份回答）。
score-directional = { $subject }：{ $value }，仅供参考（95% 区间 { $low } 至 { $high }，{ $n } 份回答）。
score-plain = { $subject }：{ $value }。
score-suppressed = { $subject }：回答太少，无法计分（{ $n ->
    [0] 没有回答
   *[other] 只有 { $n } 份
  }）。少于 5 份时我不显示数值。
change-real = 与{ $days }相比（{ $base }，n = { $n }）：{ $change }，是真实变化（95% 区间 { $low } 至 { $high }）。
change-noise = 与{ $days }相比（{ $base }，n = { $n }）：{ $change }，属于随机波动（95% 区间 { $low } 至 { $high }）；以目前的回答量，变化超过 { $detectable } 才看得出来。
change-undecided = 与{ $days }相比（{ $base }，n = { $n }）：{ $change }，回答太少，无法判断是否只是随机波动（95% 区间 { $low } 至 { $high }）。
change-too-few = 与{ $days }相比：那段时间的回答太少，无法比较（n = { $n }）。
score-spread = 回答分布：{ $parts }。
score-spread-part = { $answers }：{ $share }
score-apart = 以下回答使用另一种量表，未计入：{ $others }。
score-apart-part = { $metric }（{ $n } 份回答）
change-finished = 其中已结束的日子（{ $days }）：{ $value }。
change-running = 这一时期还没有结束，因此不与上一期比较。
difference-real = { $a } 与 { $b } 相比（{ $base }，n = { $n }）：{ $change }，是真实差异（95% 区间 { $low } 至 { $high }）。
difference-noise = { $a } 与 { $b } 相比（{ $base }，n = { $n }）：{ $change }，属于随机波动（95% 区间 { $low } 至 { $high }）；以目前的回答量，差异超过 { $detectable } 才看得出来。
difference-undecided = { $a } 与 { $b } 相比（{ $base }，n = { $n }）：{ $change }，回答太少，无法判断是否只是随机波动（95% 区间 { $low } 至 { $high }）。
next-last-month = 上个月呢？
next-by-store = 按门店看
next-why = 为什么？
table-cut = 还有 { $left } 组未显示。
column-score = 得分
column-interval = 95% 区间
column-n = 回答数
column-before = 之前
column-change = 变化
column-verdict = 判断
column-mix = 结构
column-rate = 得分变化
column-against-rest = 与其余相比
cell-suppressed = 太少
cell-directional = { $value }（仅供参考）
cell-interval = { $low } 至 { $high }
cell-against-rest = { $change }，{ $verdict }
verdict-real = 真实
verdict-noise = 随机波动
verdict-undecided = 无法判断
group-unknown = 未知
dimension-touchpoint = 触点
dimension-channel = 渠道
dimension-segment = 客群
dimension-unit = 地点
dimension-store = 门店
dimension-region = 大区
dimension-country = 国家
dimension-persona = 画像
dimension-journey = 旅程
dimension-stage = 阶段
dimension-theme = 主题
dimension-language = 语言
dimension-source = 来源
dimension-hour = 小时
dimension-day = 日
dimension-weekday = 星期几
dimension-week = 周
dimension-month = 月
dimension-quarter = 季度
dimension-year = 年
dimension-attribute = { $name }
rank-none = { $subject }，按{ $by }：没有一组达到排名所需的 { $needed } 份回答。
enough-to-score = 回答足够的最短时间段：最近 { $days } 天（{ $n } 份）。
enough-to-rank = 至少有两组回答足以排名的最短时间段：最近 { $days } 天。
enough-never = 即使最近 { $days } 天，回答也太少。
enough-try = 最近 { $days } 天
rank-unsure = { $subject }，按{ $by }：没有哪一组与其余明显拉开差距，下面的顺序可能只是偶然。
rank-lowest = { $subject }：明显低于其余的是 { $names }。
rank-highest = { $subject }：明显高于其余的是 { $names }。
rank-too-few = 回答不足 { $needed } 份，未参与排名：{ $names }。
rank-tied = 与 { $first } 的差距可能只是偶然：{ $names }。
explain-coincides = 同一时期还发生了（未必是原因）：{ $others }。
explain-event = { $name }（{ $day }：{ $touched }）
explain-sum = { $change } = { $mix }（{ $by }的结构变化）与 { $rate }（各组内的得分变化）之和。
explain-reversal = 各组都朝一个方向变，整体却朝另一个方向变：变的是结构，不是服务。
explain-information = 这可能只是随机波动；以下算式仅供参考。
explain-by = 最能解释这一变化的维度：{ $by }。
explain-by-also = 最能解释这一变化的维度：{ $by }；按{ $others }划分也能看出来。
explain-by-none = 没有哪个维度能解释：按{ $by }划分，没有哪一组的变化超出偶然范围。
explain-not-by = 按{ $by }划分，没有哪一组的变化超出偶然范围：它不能解释这一变化。
explain-untried = 回答太多，没有按{ $by }逐条查看。需要时请指明（“为什么？按……”）。
