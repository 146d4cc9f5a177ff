"""Whatever the bot can say or hear survives being stored."""

import json
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import (
    Amount,
    Choice,
    Choices,
    IncomingMessage,
    Line,
    Listing,
    MessageId,
    Openness,
    Outcome,
    Paragraph,
    Passport,
    PersonId,
    Place,
    Quote,
    Reply,
    Table,
)
from bot.store.codec import message_from_json, message_to_json, reply_from_json, reply_to_json
from metrics.figures import Days, Figure, Quality, SourceAge, Verdict

words = st.text(max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False)
instants = st.datetimes(timezones=st.just(UTC))
days = st.tuples(st.dates(max_value=date(9999, 12, 30)), st.integers(1, 400)).map(
    lambda pair: Days(first=pair[0], end=date.fromordinal(min(pair[0].toordinal() + pair[1], date.max.toordinal())))
)
jsons = st.recursive(
    st.none() | st.booleans() | st.integers() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words | st.just("is"), inner, max_size=3),
    max_leaves=6,
)
slots = st.dictionaries(words, jsons, max_size=3)
amounts = st.builds(Amount, value=numbers, unit=words, decimals=st.integers(0, 3), signed=st.booleans())
values = st.recursive(
    words | st.integers() | amounts | st.dates() | instants | days,
    lambda inner: (
        st.builds(Line, key=words, args=st.dictionaries(words, inner, max_size=3))
        | st.builds(Listing, items=st.lists(inner, max_size=3).map(tuple), style=st.sampled_from(["and", "or"]))
    ),
    max_leaves=5,
)
lines = st.builds(Line, key=words, args=st.dictionaries(words, values, max_size=3))
maybe = st.none() | numbers
quotes = st.builds(
    Quote,
    feedback_id=words,
    text=words,
    language=st.none() | words,
    given_at=instants,
    channel=st.none() | words,
    score=maybe,
    scale_max=maybe,
)
choices = st.builds(Choice, label=values, value=words, intent=st.none() | words, slots=slots)
blocks = (
    st.builds(Paragraph, line=lines, strong=st.booleans())
    | st.builds(
        Table,
        columns=st.lists(lines, max_size=2).map(tuple),
        rows=st.lists(st.lists(values, max_size=2).map(tuple), max_size=2).map(tuple),
    )
    | quotes
    | st.builds(Choices, options=st.lists(choices, max_size=3).map(tuple))
    | st.builds(Passport, line=lines)
)
figures = st.builds(
    Figure,
    name=words,
    value=maybe,
    low=maybe,
    high=maybe,
    n=st.integers(),
    unit=words,
    quality=st.sampled_from(Quality),
    days=days,
    definition=words,
    group=st.dictionaries(words, words, max_size=2),
    verdict=st.none() | st.sampled_from(Verdict),
    detectable=maybe,
)
names = st.lists(words, max_size=2).map(tuple)
replies = st.builds(
    Reply,
    outcome=st.sampled_from(Outcome),
    intent=words,
    blocks=st.lists(blocks, max_size=3).map(tuple),
    reason=st.none() | words,
    slots=slots,
    missing=names,
    ambiguous=st.dictionaries(words, names, max_size=2),
    figures=st.lists(figures, max_size=2).map(tuple),
    sources=st.lists(
        st.builds(SourceAge, name=words, as_of=st.none() | instants, late=st.booleans()), max_size=2
    ).map(tuple),
    limited_to=names,
    records=names,
    understood_by=words,
    prompt=st.none() | words,
)  # fmt: skip
messages = st.builds(
    IncomingMessage,
    id=words.map(MessageId),
    place=st.builds(Place, platform=words, conversation=words, thread=words, openness=st.sampled_from(Openness)),
    sender=words.map(PersonId),
    text=words,
    sent_at=instants,
    reply_to=st.none() | words,
    pressed=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(replies)
def test_a_reply_comes_back_as_it_was_said(reply: Reply) -> None:
    assert reply_from_json(json.loads(json.dumps(reply_to_json(reply)))) == reply


@settings(max_examples=60, deadline=None)
@given(messages)
def test_a_message_comes_back_as_it_was_heard(message: IncomingMessage) -> None:
    assert message_from_json(json.loads(json.dumps(message_to_json(message)))) == message


def test_a_date_and_an_instant_are_not_confused() -> None:
    # A datetime is a date to isinstance; the day must come back as a day, and midnight as an instant.
    day, midnight = date(2026, 11, 1), datetime(2026, 11, 1, tzinfo=UTC)
    reply = Reply(
        outcome=Outcome.ANSWER,
        intent="help",
        blocks=(Paragraph(line=Line(key="seen", args={"day": day, "at": midnight, "said": "2026-11-01"})),),
    )
    paragraph = reply_from_json(reply_to_json(reply)).blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert type(paragraph.line.args["day"]) is date
    assert type(paragraph.line.args["at"]) is datetime
    assert paragraph.line.args["said"] == "2026-11-01"
