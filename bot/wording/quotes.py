"""Verified quotes as blocks of a reply. A quote gets here only through `knowledge.quotes`."""

from bot.messages import Quote
from knowledge.quotes import QuoteRefused, VerifiedQuote, representative_quote
from metrics.feedback import FeedbackRow


def quote_block(verified: VerifiedQuote) -> Quote:
    """Make the block of a verified quote."""
    row = verified.feedback
    return Quote(
        feedback_id=str(row.id),
        text=verified.text,
        language=row.language,
        given_at=row.given_at,
        channel=row.channel,
        score=row.score.value if row.score else None,
        scale_max=row.score.scale_max if row.score else None,
        cut_before=verified.cut_before,
        cut_after=verified.cut_after,
    )


def quotes_of(rows: tuple[FeedbackRow, ...]) -> list[Quote]:
    """Quote each row that has words; one without has nothing to quote."""
    quotes = []
    for row in rows:
        try:
            quotes.append(quote_block(representative_quote(row)))
        except QuoteRefused:
            continue
    return quotes
