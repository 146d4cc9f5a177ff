intent-action-list = the list of actions
intent-root-causes = root causes of cases
