"""A reply as plain text: for the terminal, and the `text` of `ask --json`."""

from adapters.charts.drawing import drawing
from bot.messages import Attachment, Block, Chart, Choices, Line, Paragraph, Passport, Quote, Reply, Table
from bot.say import Say
from bot.wording.columns import pad, width


def plain_text(reply: Reply, say: Say) -> str:
    """Write a reply, one block under another."""
    return "\n".join(text for block in reply.blocks if (text := _block(block, say)))


def _block(block: Block, say: Say) -> str:
    match block:
        case Paragraph():
            return say.text(block.line)
        case Table():
            return _table(block, say)
        case Quote():
            return _quote(block, say)
        case Choices():
            return "  ".join(f"[{number}] {say.text(option.label)}" for number, option in enumerate(block.options, 1))
        case Passport():
            return f"  ↳ {say.text(block.line)}"
        case Chart():
            return drawing(block, say)
        case Attachment():
            return f"  {say.text(block.otherwise)}"


def _quote(quote: Quote, say: Say) -> str:
    facts = [f"#{quote.feedback_id}", say.text(quote.given_at)]
    if quote.channel:
        facts.append(quote.channel)
    if quote.score is not None and quote.scale_max is not None:
        facts.append(f"{quote.score:g}/{quote.scale_max:g}")
    text = say.text(Line(key="quote", args={"text": printable(quote.text)}))
    before, after = "… " if quote.cut_before else "", " …" if quote.cut_after else ""
    return f"  {before}{text}{after}\n      {' · '.join(facts)}"


def _table(table: Table, say: Say) -> str:
    rows = [[say.text(cell) for cell in row] for row in (table.columns, *table.rows)]
    widths = [max(width(row[column]) for row in rows) for column in range(len(table.columns))]
    lines = ["  ".join(pad(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(f"  {line}" for line in (lines[0], "  ".join("─" * size for size in widths), *lines[1:]))


def printable(text: str) -> str:
    """Make customer text harmless to a terminal: no control characters, no direction overrides, one line."""
    harmless = (" " if character in "\n\r\t" else character for character in text)
    return "".join(character for character in harmless if character.isprintable())
