"""The bot's own tables: inbox, outbox, conversations, people, cases, audit."""
