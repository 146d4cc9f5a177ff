"""What can be asked, by example."""

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.refuse import ways_on
from bot.messages import Block, Line, Outcome, Paragraph, Reply

TOPICS = ("scores", "compare", "rank", "why", "feedback", "customer", "cases", "define", "roi", "fresh")


def show_help(ask: Ask) -> Answer:
    """Answer with an example of each thing that can be asked."""
    blocks: tuple[Block, ...] = (
        Paragraph(line=Line(key="help-headline"), strong=True),
        *(Paragraph(line=Line(key=f"help-{topic}")) for topic in TOPICS),
        ways_on(),
    )
    return Answer(reply=Reply(outcome=Outcome.ANSWER, intent="help", blocks=blocks, slots=ask.understanding.slots))
