"""Every sentence the bot says, one folder per language."""
