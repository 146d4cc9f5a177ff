"""The registered metrics: one file per formula."""
