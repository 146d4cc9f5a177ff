"""The customer side: questions asked in a chat, and their answers."""
