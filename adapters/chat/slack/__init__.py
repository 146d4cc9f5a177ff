"""Slack: listening, rendering, sending."""
