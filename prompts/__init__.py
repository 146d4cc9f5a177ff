"""Words for the language model: one versioned Markdown file per prompt."""
