cases-open = { $n ->
    [0] 沒有未結工單。
   *[other] 有 { $n } 張未結工單。
  }
cases-sla-due-today = { $n ->
    [0] 今天沒有到期的工單。
   *[other] 今天有 { $n } 張工單到期。
  }
cases-overdue = { $n ->
    [0] 沒有逾期的工單。
   *[other] 有 { $n } 張工單已逾期。
  }
cases-new = { $n ->
    [0] 最近 7 天沒有新工單。
   *[other] 最近 7 天有 { $n } 張新工單。
  }
cases-unassigned = { $n ->
    [0] 每張工單都有負責人。
   *[other] 有 { $n } 張工單還沒有負責人。
  }
cases-closed = { $n ->
    [0] 沒有已結案的工單。
   *[other] 有 { $n } 張已結案的工單。
  }
cases-cut = 還有 { $left } 張未顯示。
column-case = 工單
column-customer = 顧客
column-about = 關於
column-owner = 負責人
column-due = 期限
column-priority = 優先順序
cell-overdue = { $at }（已逾期）
cell-nobody = 無人
priority-critical = 緊急
priority-high = 高
priority-normal = 一般
cases-asked = 查詢：{ $what }
