"""Vectors by a provider's embedding model."""
