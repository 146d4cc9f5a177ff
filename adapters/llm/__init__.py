"""Language models through LangChain; nothing else loads it, and nothing does without a model configured."""
