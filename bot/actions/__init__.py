"""Actions: improvements of touchpoints with an owner, and whether they worked."""
