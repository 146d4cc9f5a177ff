"""The daily message to a manager."""
