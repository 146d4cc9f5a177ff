"""The outside world, translated both ways."""
