"""What text says, and finding it again."""
