"""The sentences of an answer, said by a language model: shown only if they say nothing that the answer does not."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.conversation.guards import numbers, objection
from bot.conversation.turn import Assistant, Turn
from bot.messages import Block, IncomingMessage, Line, Outcome, Paragraph, Quote, Reply
from bot.people import Person
from bot.ports import LanguageModel, ModelFailed, ModelTurn
from bot.say import Say
from bot.understanding.masking import Mask
from bot.understanding.model_talk import Limits, ModelTalk, Purse
from prompts.load import Prompt

CALLS, SECONDS = 2, 8.0
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class RewritingAssistant:
    """Answers as the assistant within, in the model's words where they pass; what is remembered stays as it was."""

    within: Assistant
    model: LanguageModel
    prompt: Prompt
    purse: Purse
    tokens: int
    person: Callable[[IncomingMessage], Person | None]
    redact: Callable[[str], str]
    plain: Callable[[Reply, Say], str]

    def turn(self, message: IncomingMessage, *, now: datetime) -> Turn:
        """Answer one message."""
        turn = self.within.turn(message, now=now)
        if turn.reply is None or turn.reply.outcome is not Outcome.ANSWER or len(_sentences(turn.reply)) < 2:
            return turn
        asker = self.person(message)
        try:
            key = message.sender if asker is None else asker.key
            return replace(turn, reply=self._rewritten(turn.reply, turn=turn, person_key=key, now=now))
        except ModelFailed as failed:
            log.warning("an answer is shown as it was: %s", failed.reason)
            return turn

    def _rewritten(self, reply: Reply, *, turn: Turn, person_key: str, now: datetime) -> Reply:
        say = Say(turn.language, timezone=turn.timezone)
        mask = Mask(redact=self.redact)
        sentences = [say.text(paragraph.line) for paragraph in _sentences(reply)]
        quotes = tuple(quote.text for quote in reply.quotes)
        body = {"sentences": [*map(mask.hidden, sentences)], "quotes": [*map(mask.hidden, quotes)]}
        limits = Limits(calls=CALLS, seconds=SECONDS, tokens=self.tokens)
        talk = ModelTalk(model=self.model, purse=self.purse, limits=limits, person_key=person_key, day=now.date())
        answer = talk.ask(
            [
                ModelTurn(role="system", text=self.prompt.filled({"language": turn.language})),
                ModelTurn(role="user", text=json.dumps(body, ensure_ascii=False)),
            ],
            tools=(),
        )
        text = str(mask.shown(answer.text.strip()))
        without = replace(reply, blocks=tuple(block for block in reply.blocks if not isinstance(block, Quote)))
        problem = objection(text, offline=self.plain(without, say), quotes=quotes)
        if problem is None and not set(numbers(sentences[0])) <= set(numbers(text)):
            problem = "left_out"
        if problem is not None:
            log.warning("a rewritten answer was dropped: %s", problem)
            return reply
        return replace(reply, blocks=_with_prose(reply, text), prompt=_both(reply.prompt, self.prompt.id))


def _sentences(reply: Reply) -> list[Paragraph]:
    return [block for block in reply.blocks if isinstance(block, Paragraph)]


def _with_prose(reply: Reply, text: str) -> tuple[Block, ...]:
    """Put the text in the first paragraph's place and leave the other paragraphs out."""
    prose = Paragraph(line=Line(key="model-prose", args={"text": text}), strong=True)
    others = [block for block in reply.blocks if not isinstance(block, Paragraph)]
    return (prose, *others)


def _both(read_with: str | None, written_with: str) -> str:
    return written_with if read_with is None else f"{read_with}, {written_with}"
