score-subject = { $metric }，{ $days }
score-subject-where = { $metric }（{ $where }），{ $days }
score-publish = { $subject }：{ $value }（95% 區間 { $low } 至 { $high }，{ $n } 份回答）。
score-directional = { $subject }：{ $value }，僅供參考（95% 區間 { $low } 至 { $high }，{ $n } 份回答）。
score-plain = { $subject }：{ $value }。
score-suppressed = { $subject }：回答太少，無法計分（{ $n ->
    [0] 沒有回答
   *[other] 只有 { $n } 份
  }）。少於 5 份時我不顯示數值。
change-real = 與{ $days }相比（{ $base }，n = { $n }）：{ $change }，是真實變化（95% 區間 { $low } 至 { $high }）。
change-noise = 與{ $days }相比（{ $base }，n = { $n }）：{ $change }，屬於隨機波動（95% 區間 { $low } 至 { $high }）；以目前的回答量，變化超過 { $detectable } 才看得出來。
change-undecided = 與{ $days }相比（{ $base }，n = { $n }）：{ $change }，回答太少，無法判斷是否只是隨機波動（95% 區間 { $low } 至 { $high }）。
change-too-few = 與{ $days }相比：那段時間的回答太少，無法比較（n = { $n }）。
score-spread = 回答分布：{ $parts }。
score-spread-part = { $answers }：{ $share }
score-apart = 以下回答使用另一種量表，未計入：{ $others }。
score-apart-part = { $metric }（{ $n } 份回答）
change-finished = 其中已結束的日子（{ $days }）：{ $value }。
change-running = 這一時期尚未結束，因此不與上一期比較。
difference-real = { $a } 與 { $b } 相比（{ $base }，n = { $n }）：{ $change }，是真實差異（95% 區間 { $low } 至 { $high }）。
difference-noise = { $a } 與 { $b } 相比（{ $base }，n = { $n }）：{ $change }，屬於隨機波動（95% 區間 { $low } 至 { $high }）；以目前的回答量，差異超過 { $detectable } 才看得出來。
difference-undecided = { $a } 與 { $b } 相比（{ $base }，n = { $n }）：{ $change }，回答太少，無法判斷是否只是隨機波動（95% 區間 { $low } 至 { $high }）。
next-last-month = 上個月呢？
next-by-store = 依門店看
next-why = 為什麼？
table-cut = 還有 { $left } 組未顯示。
column-score = 得分
column-interval = 95% 區間
column-n = 回答數
column-before = 之前
column-change = 變化
column-verdict = 判斷
column-mix = 結構
column-rate = 得分變化
column-against-rest = 與其餘相比
cell-suppressed = 太少
cell-directional = { $value }（僅供參考）
cell-interval = { $low } 至 { $high }
cell-against-rest = { $change }，{ $verdict }
verdict-real = 真實
verdict-noise = 隨機波動
verdict-undecided = 無法判斷
group-unknown = 未知
dimension-touchpoint = 觸點
dimension-channel = 通路
dimension-segment = 客群
dimension-unit = 地點
dimension-store = 門店
dimension-region = 區域
dimension-country = 國家
dimension-persona = 人物誌
dimension-journey = 旅程
dimension-stage = 階段
dimension-theme = 主題
dimension-language = 語言
dimension-source = 來源
dimension-hour = 小時
dimension-day = 日
dimension-weekday = 星期幾
dimension-week = 週
dimension-month = 月
dimension-quarter = 季
dimension-year = 年
dimension-attribute = { $name }
rank-none = { $subject }，依{ $by }：沒有一組達到排名所需的 { $needed } 份回答。
enough-to-score = 回答足夠的最短期間：最近 { $days } 天（{ $n } 份）。
enough-to-rank = 至少有兩組回答足以排名的最短期間：最近 { $days } 天。
enough-never = 即使最近 { $days } 天，回答也太少。
enough-try = 最近 { $days } 天
rank-unsure = { $subject }，依{ $by }：沒有哪一組與其餘明顯拉開差距，以下順序可能只是偶然。
rank-lowest = { $subject }：明顯低於其餘的是 { $names }。
rank-highest = { $subject }：明顯高於其餘的是 { $names }。
rank-too-few = 回答不足 { $needed } 份，未列入排名：{ $names }。
rank-tied = 與 { $first } 的差距可能只是偶然：{ $names }。
explain-coincides = 同一時期還發生了（未必是原因）：{ $others }。
explain-event = { $name }（{ $day }：{ $touched }）
explain-sum = { $change } = { $mix }（{ $by }的結構變化）與 { $rate }（各組內的得分變化）之和。
explain-reversal = 各組都朝同一方向變動，整體卻朝另一個方向：變的是結構，不是服務。
explain-information = 這可能只是隨機波動；以下算式僅供參考。
explain-by = 最能解釋這一變化的維度：{ $by }。
explain-by-also = 最能解釋這一變化的維度：{ $by }；按{ $others }劃分也看得出來。
explain-by-none = 沒有哪個維度能解釋：按{ $by }劃分，沒有哪一組的變化超出偶然範圍。
explain-not-by = 按{ $by }劃分，沒有哪一組的變化超出偶然範圍：它不能解釋這一變化。
explain-untried = 回答太多，沒有按{ $by }逐條查看。需要時請指明（「為什麼？按……」）。
