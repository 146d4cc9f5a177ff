"""Measuring: how right and how fast."""
