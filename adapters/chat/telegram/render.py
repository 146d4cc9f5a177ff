"""A reply as Telegram messages: plain words, no markup to parse, and a keyboard under the last of them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from adapters.charts.drawing import drawing
from adapters.chat.split import pieces, utf16_length
from adapters.chat.words import SEPARATOR, attribution, cells, cut, in_quotation_marks
from bot.messages import Attachment, Block, Chart, Choices, Paragraph, Passport, Quote, Reply, Table
from bot.say import Say

TEXT_LIMIT = 4_096  # core.telegram.org/bots/api#sendmessage
SHORT_LABEL, SHORT_IN_ROW = 2, 6
"""Labels as short as a score stand side by side: 0-5 and 6-10 on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramMessage:
    """One message to send; the keyboard, if any, belongs to the last."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None


def render(reply: Reply, *, say: Say, outbox_id: int, pictured: Collection[Chart] = ()) -> tuple[TelegramMessage, ...]:
    """Say a reply in as many messages as it needs; what a picture and its caption say is left to them."""
    captions = [chart.finding for chart in pictured]
    told = [
        block
        for block in reply.blocks
        if not (isinstance(block, Chart) and block in pictured)
        and not (isinstance(block, Paragraph) and block.line in captions)
    ]
    words = "\n\n".join(text for block in told for text in _words(block, say=say))
    texts = [piece for piece in pieces(words, limit=TEXT_LIMIT, length=utf16_length) if piece.strip()]
    labels = [say.text(choice.label) for choice in reply.choices]
    keyboard = _keyboard(labels, outbox_id=outbox_id) if labels else None
    return tuple(
        TelegramMessage(text=text, keyboard=keyboard if at == len(texts) else None)
        for at, text in enumerate(texts, start=1)
    )


def _words(block: Block, *, say: Say) -> Iterator[str]:
    match block:
        case Paragraph() | Passport():
            yield say.text(block.line)
        case Quote():
            yield f"{cut(block, in_quotation_marks(block.text, say=say))}\n{attribution(block, say=say)}"
        case Table():
            yield _rows(cells(block, say=say))
        case Chart():
            yield drawing(block, say)
        case Choices() | Attachment():
            return


def _rows(rows: Sequence[Sequence[str]]) -> str:
    """Give each row a line that a phone can break: columns in a proportional face would not line up."""
    return "\n".join(SEPARATOR.join(cell for cell in row if cell) for row in rows)


def _keyboard(labels: Sequence[str], *, outbox_id: int) -> InlineKeyboardMarkup:
    buttons = [InlineKeyboardButton(text=label, callback_data=f"{outbox_id}:{at}") for at, label in enumerate(labels)]
    in_row = SHORT_IN_ROW if all(len(label) <= SHORT_LABEL for label in labels) else 1
    return InlineKeyboardMarkup([buttons[at : at + in_row] for at in range(0, len(buttons), in_row)])
