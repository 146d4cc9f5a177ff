"""Parts of a reply as plain words, for every platform alike."""

from datetime import date

from bot.messages import Amount, Line, Quote, Table
from bot.say import Say

SEPARATOR = " · "
MARK = "\ufffc"
"""Stands where the words go: the object replacement character, which nobody writes."""


def in_quotation_marks(text: str, *, say: Say) -> str:
    """Put a text of any length between the language's marks; the catalogue takes no more than 1,000 characters."""
    before, _, after = say.text(Line(key="quote", args={"text": MARK})).partition(MARK)
    return f"{before}{text}{after}"


def cut(quote: Quote, shown: str) -> str:
    """Mark, outside the words shown, where the record goes on."""
    return f"{'… ' if quote.cut_before else ''}{shown}{' …' if quote.cut_after else ''}"


def attribution(quote: Quote, *, say: Say) -> str:
    """Say whose words a quote is: the record, the channel, the day, and the score on its scale."""
    parts = [f"#{quote.feedback_id}"]
    if quote.channel:
        parts.append(quote.channel)
    parts.append(say.text(date(quote.given_at.year, quote.given_at.month, quote.given_at.day)))
    if quote.score is not None:
        top = "" if quote.scale_max is None else f"/{say.text(Amount(value=quote.scale_max))}"
        parts.append(f"{say.text(Amount(value=quote.score))}{top}")
    return SEPARATOR.join(parts)


def cells(table: Table, *, say: Say) -> list[list[str]]:
    """Say every cell of a table, its headings first."""
    return [[say.text(column) for column in table.columns], *([say.text(cell) for cell in row] for row in table.rows)]
