digest-headline = { $name }，您好。{ $n ->
    [0] 與之前 4 週相比，最近 7 天沒有超出隨機波動的變化（{ $about }）。
   *[other] 與之前 4 週相比，最近 7 天有 { $n } 項值得關注的變化（{ $about }）：
  }
digest-late = 這份日報遲到了：原定於 { $at } 發送。
digest-yours = 您負責的觸點
digest-change = • { $metric }（{ $where }）：{ $base } → { $now }（{ $change }，n = { $n }），是真實變化。
digest-why = 原因：{ $reasons }。
digest-why-rate = 僅「{ $name }」的評分就使其變動 { $part }
digest-why-mix = 「{ $name }」的回答佔比使其變動 { $part }
digest-why-event = 同一時間發生了「{ $name }」（{ $day }）
digest-wins = 好消息：
digest-more = 還有 { $n } 項較小的變化。
digest-needs = 今天需要您處理：{ $overdue ->
    [0] 沒有逾期的工單
   *[other] { $overdue } 張工單已逾期
  }，{ $today ->
    [0] 今天稍後沒有到期的工單。
   *[other] 今天稍後還有 { $today } 張到期。
  }
digest-alerts = 昨天以來您收到 { $n } 條警報。
digest-actions = 您有 { $n } 項改進行動在一週內到期。
digest-rising = 正在上升：{ $theme }，本週有 { $n } 條（按以往應為 { $before } 條）。
digest-negative = { $n ->
    [0] 昨天以來沒有不滿意的客戶。
   *[other] 昨天以來不滿意的反饋：{ $n } 條。最差的：
  }
digest-why-more = 為什麼變了？
digest-unchanged = 已隱藏 { $n } 項沒有變化的分數
digest-no-data = 還沒有數據：導入之後，日報會告訴您有哪些變化。
digest-every-day = 每天 { $time }
digest-every-weekday = 工作日 { $time }
digest-on-days = 每{ $days } { $time }
digest-day-mon = 週一
digest-day-tue = 週二
digest-day-wed = 週三
digest-day-thu = 週四
digest-day-fri = 週五
digest-day-sat = 週六
digest-day-sun = 週日
digest-content-new-detractors = 新增差評
digest-content-overdue-cases = 逾期工單
digest-content-themes = 上升的主題
digest-preview-new = { $schedule } 給您發日報？
digest-preview-change = 以後改為 { $schedule } 給您發日報？（目前：{ $was }。）
digest-preview-content = 更改您的日報內容（{ $schedule }）？
digest-preview-stop = 停止給您發日報（{ $was }）？
digest-holds = 內容：{ $content }。
digest-holds-usual = 內容：您的角色通常需要的：超出隨機波動的變化、今天要處理的事、上升的主題。
digest-language-en = 用英文。
digest-language-pl = 用波蘭文。
digest-language-zh-hans = 用簡體中文。
digest-language-zh-hant = 用繁體中文。
digest-no-cases = 不含工單：您的角色看不到工單。
digest-next = 第一份：{ $at }（{ $zone }）。
digest-kept = 好了。日報將在{ $schedule } 發送；下一份：{ $at }。
digest-stopped = 好了，不再給您發日報。
digest-shown = 您的日報在{ $schedule } 發送；下一份：{ $at }。
digest-none = 您還沒有日報。請告訴我什麼時候發，例如「工作日早上 8:30，包含 NPS 和逾期工單」。
digest-never = 這樣的時間永遠不會到來。請給出星期幾和時間，例如「每週一、週四 9:00」。
