intent-action-list = 改進行動列表
intent-root-causes = 工單的根本原因
action-preview = 新建改進行動「{ $title }」？
action-facts = 負責人：{ $owner }。涉及：{ $where }。預期：{ $hoped }。截止：{ $day }。
action-hoped = { $metric } { $change }
action-cost = 成本：{ $cost }。
action-usual-due = 沒有給出日期，因此 8 週後檢查效果。
action-will-check = 到那天我會比較前後變化，並與未涉及的觸點對照，然後在這裡告訴您。
action-will-check-alone = 到那天我會比較前後變化，並在這裡告訴您。沒有指明觸點，因此沒有可對照的對象。
action-kept = 好了：{ $number } 已建立。我會在 { $day } 在這裡告訴您效果。
action-owner-unknown = 員工中沒有叫「{ $name }」的人。由誰負責？
action-owner-several = 有幾位叫「{ $name }」：{ $names }。由誰負責？
action-due-past = { $day } 已經過去了。應在什麼時候之前完成？
action-due-today = { $day } 就是今天：還沒有可衡量的結果。應在什麼時候之前完成？
action-due-unknown = 我不知道「{ $said }」是哪一天。應在什麼時候之前完成？
action-list = { $n ->
    [0] 沒有進行中的改進行動。
   *[other] 有 { $n } 項改進行動正在進行。
  }
action-unknown = 沒有編號為 { $number } 的改進行動。您指哪一項？
action-taken-back = 已撤回
action-state = { $number }「{ $title }」：{ $came }。
action-not-begun = 今天才開始：還沒有可比較的內容。
action-so-far = 目前：{ $came }。
action-preview-move = 將 { $number }「{ $title }」的截止日期從 { $day } 改為 { $to }？
action-preview-take-back = 撤回 { $number }「{ $title }」，不再檢查效果？
action-was-taken-back = 好了：{ $number } 已撤回。
action-open = 進行中
action-verdict-worked = 很可能有效
action-verdict-unclear = 無法判斷
action-verdict-failed = 沒有效果
action-verdict-worked-by = 很可能有效（{ $effect }）
action-verdict-unclear-by = 無法判斷（{ $effect }）
action-verdict-failed-by = 沒有效果（{ $effect }）
action-checked-worked = { $number }「{ $title }」今天到期。很可能有效。
action-checked-unclear = { $number }「{ $title }」今天到期。無法判斷是否有效。
action-checked-failed = { $number }「{ $title }」今天到期。沒有達到預期。
action-too-few = 回答太少，無法判斷。
action-moved = 之前 { $base } → 之後 { $now }（n = { $n }）。
action-beside = 與未涉及的部分相比，效果為 { $effect }（95%：{ $low } 至 { $high }）。
action-nothing-beside = 變化為 { $effect }（95%：{ $low } 至 { $high }）；沒有對照，無法排除其他原因。
action-was-hoped = 預期：{ $hoped }。
action-passport = { $definition } · { $before } 對比 { $after } · n = { $n }
column-action = 行動
column-title = 內容
column-hoped = 預期
column-came-of-it = 效果
column-root-cause = 根本原因
column-cases = 工單
column-cases-before = 前一週
root-causes = { $n ->
    [0] 沒有註明根本原因而關閉的工單（{ $where }，{ $days }）。
   *[other] 有 { $n } 張工單註明根本原因後關閉（{ $where }，{ $days }），按次數排列：
  }
review-headline = { $days } 這一週：{ $n } 張工單註明根本原因後關閉；前一週 { $before } 張。
review-repeated = 重複出現的：
review-nothing-repeated = 沒有重複出現的原因。
review-learned = 經驗：{ $number }「{ $title }」：{ $came }。
review-nothing-learned = 本週沒有檢查任何改進行動。
review-propose = 以下問題還沒有人處理：
review-open-action = 新建行動：{ $touchpoint }，{ $cause }
