"""Raw row to valid record, or a rejected line with its reason."""
