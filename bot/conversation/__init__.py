"""From a message to a reply: understand, permit, run, explain, remember."""
