intent-action-list = 改进行动列表
intent-root-causes = 工单的根本原因
