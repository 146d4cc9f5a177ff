intent-action-list = lista działań
intent-root-causes = przyczyny spraw
