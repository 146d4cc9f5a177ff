"""A reply as Slack messages: Block Kit in which no text can be live.

Everything said stands in rich_text or plain_text elements, which Slack shows as they are: a customer's `<!channel>` or
link is only words. The fallback text, read in notifications and aloud, is escaped.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.charts.drawing import drawing
from adapters.chat.split import pieces
from adapters.chat.words import attribution, cells, cut
from bot.messages import Attachment, Block, Chart, Choice, Choices, Line, Paragraph, Passport, Quote, Reply, Table
from bot.say import Say
from bot.wording.columns import pad, width

TEXT_LIMIT = 3_000  # characters in a text object: docs.slack.dev/reference/block-kit/composition-objects/text-object
BLOCK_LIMIT = 50  # blocks in a message: docs.slack.dev/reference/block-kit/blocks
MESSAGE_LIMIT = 12_000  # characters over all blocks; Slack answers msg_blocks_too_long somewhat above 13,000
BUTTON_LIMIT = 75  # characters on a button: docs.slack.dev/reference/block-kit/block-elements/button-element
BUTTONS_IN_ROW = 5

BlockKit = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackMessage:
    """One message to post: blocks, and the same as plain text."""

    text: str
    blocks: tuple[BlockKit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    block: BlockKit
    text: str


def render(reply: Reply, *, say: Say, outbox_id: int, pictured: Collection[Chart] = ()) -> tuple[SlackMessage, ...]:
    """Say a reply in as many messages as it needs; nothing is left out but charts that come as pictures."""
    return _messages(_parts(reply, say=say, outbox_id=outbox_id, pictured=pictured))


def drawn(chart: Chart, *, say: Say) -> tuple[SlackMessage, ...]:
    """Draw a chart in letters, where its picture could not be sent."""
    return _messages(_words(chart, say=say))


def said(line: Line, *, say: Say) -> tuple[SlackMessage, ...]:
    """Say one sentence, in place of a file that could not be sent."""
    return _messages(_words(Paragraph(line=line), say=say))


def _messages(parts: Iterable[_Part]) -> tuple[SlackMessage, ...]:
    return tuple(
        SlackMessage(
            text=escaped("\n".join(part.text for part in message)), blocks=tuple(part.block for part in message)
        )
        for message in _packed(list(parts))
    )


def escaped(text: str) -> str:
    """Take the life out of Slack's control characters: docs.slack.dev/messaging/formatting-message-text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _packed(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    message: list[_Part] = []
    size = 0
    for part in parts:
        if message and (len(message) == BLOCK_LIMIT or size + len(part.text) > MESSAGE_LIMIT):
            yield message
            message, size = [], 0
        message.append(part)
        size += len(part.text)
    if message:
        yield message


def _parts(reply: Reply, *, say: Say, outbox_id: int, pictured: Collection[Chart]) -> Iterator[_Part]:
    chosen = 0
    for block in (block for block in reply.blocks if not (isinstance(block, Chart) and block in pictured)):
        if isinstance(block, Choices):
            yield from _buttons(block.options, first=chosen, say=say, outbox_id=outbox_id)
            chosen += len(block.options)
        else:
            yield from _words(block, say=say)


def _words(block: Block, *, say: Say) -> Iterator[_Part]:
    match block:
        case Paragraph():
            yield from _rich(say.text(block.line), kind="rich_text_section", bold=block.strong)
        case Quote():
            yield from _rich(cut(block, block.text), kind="rich_text_quote")
            yield from _context(attribution(block, say=say))
        case Table():
            yield from _rich(_aligned(cells(block, say=say)), kind="rich_text_preformatted")
        case Passport():
            yield from _context(say.text(block.line))
        case Chart():
            yield from _rich(drawing(block, say), kind="rich_text_preformatted")
        case Choices() | Attachment():
            return


def _rich(text: str, *, kind: str, bold: bool = False) -> Iterator[_Part]:
    for piece in pieces(text, limit=TEXT_LIMIT):
        if piece:
            element: BlockKit = {"type": "text", "text": piece}
            if bold:
                element["style"] = {"bold": True}
            yield _Part(block={"type": "rich_text", "elements": [{"type": kind, "elements": [element]}]}, text=piece)


def _context(text: str) -> Iterator[_Part]:
    for piece in pieces(text, limit=TEXT_LIMIT):
        element = {"type": "plain_text", "text": piece, "emoji": False}
        yield _Part(block={"type": "context", "elements": [element]}, text=piece)


def _buttons(options: Sequence[Choice], *, first: int, say: Say, outbox_id: int) -> Iterator[_Part]:
    labels = [say.text(option.label) for option in options]
    for start in range(0, len(options), BUTTONS_IN_ROW):
        row = range(start, min(start + BUTTONS_IN_ROW, len(options)))
        yield _Part(
            block={"type": "actions", "elements": [_button(labels[at], at=first + at, id_=outbox_id) for at in row]},
            text=" | ".join(labels[at] for at in row),
        )


def _button(label: str, *, at: int, id_: int) -> BlockKit:
    shown = label if len(label) <= BUTTON_LIMIT else label[: BUTTON_LIMIT - 1] + "…"
    return {
        "type": "button",
        "action_id": f"choice:{at}",
        "text": {"type": "plain_text", "text": shown, "emoji": False},
        "value": f"{id_}:{at}",
    }


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(pad(cell, columns) for cell, columns in zip(row, widths, strict=True)).rstrip() for row in rows
    )
