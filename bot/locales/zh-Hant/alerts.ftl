alert-severe = { $n ->
   *[other] 有 { $n } 位客戶現在就需要有人處理：{ $where }。
  }
alert-threshold = { $metric }（{ $where }）最近 { $days } 天為 { $value }（{ $answers } 份回答），{ $op }您設定的 { $limit }。
alert-drift = { $metric }（{ $where }）自 { $since } 起為 { $value }，此前為 { $before }（{ $change }，變化屬實；{ $answers } 份回答）。
alert-spike = { $metric }（{ $where }）在 { $day } 為 { $value }，平時為 { $before }（{ $change }；{ $answers } 份回答）。
alert-new-theme = 主題「{ $theme }」正在增多：14 天內 { $texts } 條評論，佔比是平時的 { $times } 倍。
alert-response = 回覆邀請的人變少了：{ $where }，{ $sent } 份中 { $value }，平時為 { $before }。
alert-stale = 資料來源 { $source } 已停止更新：{ $hours } 小時沒有新資料。
alert-sla = 案件 { $case } 已超時 { $hours ->
    [0] 不到一小時
   *[other] { $hours } 小時
  }。
alert-low-score = { $where }：{ $metric } { $score }/{ $scale }，不高於 { $limit }。
alert-everything = 全公司
alert-op-below = 低於
alert-op-at-most = 不高於
alert-op-above = 高於
alert-op-at-least = 不低於
alert-reasons = 為什麼不能等：{ $reasons }。
alert-reason-words = { $reason }（「{ $words }」）
alert-reason-lowest-score = 評分極低
alert-reason-low-score = 評分偏低
alert-reason-safety = 安全
alert-reason-legal = 法律用語
alert-reason-vulnerable = 涉及弱勢人群
alert-reason-money = 錢款
alert-reason-deadline = 期限
alert-reason-public = 要曝光
alert-reason-waiting = 等待
alert-reason-leave = 想離開
alert-reason-legal-or-safety = 法律或安全
alert-reason-anger = 憤怒
alert-reason-negative = 負面用語
alert-reason-refund = 要求退款
alert-part = { $group }：{ $change }（{ $n } 份回答）
alert-case = 已建立案件 { $case }。
alert-to-you-touchpoint-owner = 發給您，因為這個觸點由您負責
alert-to-you-unit-manager = 發給您，因為您管理該門市或區域
alert-to-you-team = 發給您所在的團隊
alert-to-you-role = 因您的角色發給您
alert-to-you-person = 發給您，因為您的規則要求
alert-to-you-owner = 發給您，因為這是您的案件
alert-to-you-deputy = 發給您，因為負責人不在
alert-to-you-fallback = 發給您，因為沒有指定其他人
alert-summary = 有 { $n } 條警示合併告知：
alert-summary-item = – { $what }
alert-choice-why = 為什麼發給我？
alert-choice-take = 我來處理
alert-choice-draft = 起草回覆
alert-choice-snooze = 靜音到明天
alert-choice-false = 不是問題
alert-none = 還沒有給您發過警示。
alert-rule-severe = 單條評論規則：評分和用語合計 { $points } 分，達到 { $limit } 分即警示。
alert-rule-drift = 漂移規則：每日評分的滑動平均偏離了同一星期幾的常態，超出偶然。
alert-rule-spike = 突增規則：一天內這麼多差評，偶然出現的概率是許多週才一次。
alert-rule-new-theme = 新主題規則：佔比的增長超出偶然和星期因素。
alert-rule-response = 回覆率規則：回覆的人比平時少，超出偶然。
alert-rule-stale = 資料來源規則：沒有按應有的間隔送來資料。
alert-rule-sla = 案件規則：有案件超過時限。
alert-rule-threshold = 有人設定的閾值規則。
alert-rule-low-score = 低分規則：一份回答達到或低於界限。
alert-rule-own = 這是您的規則 { $number }。只提醒一次，等分數明顯恢復後才會再次提醒。
alert-state-silenced = 目前對您靜音。
alert-state-useful = 您標為有用。
alert-state-false = 您標為不是問題；現在要求更高。
alert-state-over = 已經結束。
alert-how-same-cause = 它在彙總中告知，因為同一原因剛剛提醒過。
alert-how-quiet-hours = 它在彙總中告知，因為當時是您的免打擾時段。
alert-how-budget = 它在彙總中告知，因為當天的消息額度已用完。
alert-passport = { $why } · { $at }
alert-learnt-false = 已記下：不是問題。以後此類警示要求更高。
alert-learnt-useful = 已記下：有用。
alert-silent = 對您靜音至 { $until }。
alert-about = 內容：{ $what }
alert-until-past = { $until } 已經過去。要靜音到什麼時候？
alert-rule-preview = 當 { $metric }（{ $where }）最近 { $days } 天{ $op } { $limit }、至少 { $least } 份回答時通知您？
alert-rule-for = 會通知 { $name }，先徵求其同意。
alert-rule-impossible = 這不可能發生：該量表上沒有超出這個界限的分數。
alert-rule-never = 它永遠不會觸發：最多只有 { $most } 份回答，而規則要求 { $least } 份。
alert-rule-always = 它幾乎每天都會說同樣的話：最近 { $days } 天中有 { $beyond } 天超出界限。
alert-rule-rehearsed = 最近 { $days } 天裡它會通知您 { $alerts ->
    [0] 零次
   *[other] { $alerts } 次
  }。
alert-rule-now = 現在為 { $value }（{ $n } 份回答）。
alert-rule-kept = 好的：當 { $metric }（{ $where }）{ $op } { $limit } 時通知您（最近 { $days } 天，至少 { $least } 份回答）。
alert-rule-asked = 我先徵求對方同意；同意後規則生效。
alert-rule-offer = { $name } 希望我在 { $metric }（{ $where }）{ $op } { $limit } 時通知您。您同意嗎？
alert-rule-accept = 好，通知我
alert-rule-decline = 不用
alert-rule-accepted = 好的，我會通知您。
alert-rule-declined = 好的，我不會通知您。
alert-rule-nobody = 沒有找到這個人。要通知誰？
alert-rule-unknown = 不清楚您指哪條規則。可以讓我列出您的警示規則。
alert-rules = { $n ->
    [0] 您沒有自己的警示規則。
   *[other] 您有 { $n } 條警示規則：
  }
alert-rule-on = { $number }. { $metric }（{ $where }）{ $op } { $limit }（至少 { $least } 份回答）
alert-rule-delete = 撤銷這條規則嗎？{ $rule }
alert-rule-deleted = 規則 { $number } 已撤銷。
clarify-notify = 要通知誰？
