"""What numbers and records say."""
