"""Telegram: listening, rendering, sending."""
