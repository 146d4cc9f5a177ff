"""From the parts of a text to the slots of an intent, one file per family of intents."""
