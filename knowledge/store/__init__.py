"""Text search in SQL."""
