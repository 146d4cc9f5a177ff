intent-action-list = 改進行動列表
intent-root-causes = 工單的根本原因
