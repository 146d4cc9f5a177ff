"""Comparing, ranking and explaining scores."""
