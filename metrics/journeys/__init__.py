"""Maps of touchpoints."""
