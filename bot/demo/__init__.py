"""The demo company: its people, stores, customers and planted truths, from a seed."""
