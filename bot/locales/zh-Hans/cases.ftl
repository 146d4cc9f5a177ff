cases-open = { $n ->
    [0] 没有未结工单。
   *[other] 有 { $n } 张未结工单。
  }
cases-sla-due-today = { $n ->
    [0] 今天没有到期的工单。
   *[other] 今天有 { $n } 张工单到期。
  }
cases-overdue = { $n ->
    [0] 没有逾期的工单。
   *[other] 有 { $n } 张工单已逾期。
  }
cases-new = { $n ->
    [0] 最近 7 天没有新工单。
   *[other] 最近 7 天有 { $n } 张新工单。
  }
cases-unassigned = { $n ->
    [0] 每张工单都有负责人。
   *[other] 有 { $n } 张工单还没有负责人。
  }
cases-closed = { $n ->
    [0] 没有已关闭的工单。
   *[other] 有 { $n } 张已关闭的工单。
  }
cases-cut = 还有 { $left } 张未显示。
column-case = 工单
column-customer = 客户
column-about = 关于
column-owner = 负责人
column-due = 截止时间
column-priority = 优先级
cell-overdue = { $at }（已逾期）
cell-nobody = 无人
priority-critical = 紧急
priority-high = 高
priority-normal = 普通
cases-asked = 查询：{ $what }
