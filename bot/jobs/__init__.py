"""Flows over several features, as durable workflows."""
