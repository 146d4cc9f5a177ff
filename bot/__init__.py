"""What the bot decides: conversation, capabilities, rights, and the words it says."""
