"""The follow-up of one customer's bad experience."""
