customer-headline = 顧客 { $key }
customer-named = { $name }（顧客 { $key }）
customer-facts = { $facts }
customer-since = { $day }起成為顧客。
customer-contact = 聯絡方式：{ $contact }
customer-last = 最近：{ $event }
customer-event = { $kind ->
    [order] 下單
    [delivery] 配送
    [return] 退貨
    [visit] 到店
    [ticket] 求助
   *[other] { $kind }
  }，{ $at }，{ $where }
customer-event-value = { $kind ->
    [order] 下單
    [delivery] 配送
    [return] 退貨
    [visit] 到店
    [ticket] 求助
   *[other] { $kind }
  }，{ $at }，{ $where }，{ $value }
customer-orders = { $n ->
    [0] 最近的紀錄中沒有訂單。
   *[other] 最近的紀錄中有 { $n } 筆訂單：
  }
customer-complaints = 有：{ $all } 則評論或評分中，{ $n } 則是負評。
customer-no-complaints = 目前沒有客訴，共 { $all } 則評論或評分。
customer-last-contact = 最近一次聯絡：{ $at }。
customer-never = 沒有與這位顧客的聯絡紀錄。
customer-cases = { $n ->
    [0] 沒有您可檢視的未結工單。
   *[other] 未結工單：{ $numbers }。
  }
customer-consent = 已同意：{ $yes }。未同意：{ $no }。
customer-scores = 評分，由新到舊：{ $scores }。
customer-basis = 依據 { $events } 個事件和 { $feedback } 則回饋紀錄
customer-unknown = 找不到顧客「{ $name }」。請試試顧客編號或完整姓名。
customer-unknown-here = 在您可檢視的顧客中，沒有「{ $name }」。
