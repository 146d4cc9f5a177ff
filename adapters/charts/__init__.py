"""Charts as people see them: drawn in letters, and as pictures."""
