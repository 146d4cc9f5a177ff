"""Which of the questions about themes it is: a change of them, the words used, a summary, or the themes themselves."""

from dataclasses import dataclass

from bot.capabilities.ask import Answer, Ask, Capability


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeQuestions:
    """Hands a question about themes to what answers it."""

    edits: Capability
    words: Capability
    summary: Capability
    themes: Capability

    def __call__(self, ask: Ask) -> Answer:
        """Answer by what the slots say beyond scope and period."""
        slots = ask.understanding.slots
        if slots.get("edit"):
            return self.edits(ask)
        match slots.get("what"):
            case "words":
                return self.words(ask)
            case "summary":
                return self.summary(ask)
            case _:
                return self.themes(ask)
