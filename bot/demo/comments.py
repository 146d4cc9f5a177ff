"""Who says something beside the score, and about what: turns traffic into answers with texts."""

from datetime import datetime, timedelta

import numpy as np

from bot.demo.answers import Answer
from bot.demo.customers import Customer
from bot.demo.plan import Plan
from bot.demo.texts import BAD, GOOD, OK, Composer, Remark
from bot.demo.touchpoints import TOUCHPOINTS
from bot.demo.traffic import RELATIONSHIP, Traffic, instant
from bot.demo.truths import COURIER, QUEUE, RELEASE

_TELLS = {BAD: 1.0, OK: 0.45, GOOD: 0.42}
"""How readily people add words."""
_TELLS_WHERE_PLANTED = 1.6
_PLANTED_TOPIC = {RELEASE: "release", COURIER: "courier", QUEUE: "queue"}
_ON_TOPIC = 0.85
_POINTS_TOPICS, _POINTS = ("checkout", "invoice", "shop"), 0.6
_QUEUES_ELSEWHERE = 0.05
_ATTACKS, _CONTACTS = 12, 70
_REVIEWS = 0.15


def make_answers(
    plan: Plan, traffic: Traffic, customers: list[Customer], rng: np.random.Generator, *, texts: int
) -> list[Answer]:
    """Turn every column into an answer; exactly `texts` of them say something."""
    feelings = [_feeling(int(csat), int(nps)) for csat, nps in zip(traffic.csat, traffic.nps, strict=True)]
    speaking = _speaking(traffic, feelings, rng, texts=texts)
    complaints = rng.permutation([row for row in np.flatnonzero(speaking) if feelings[row] == BAD])
    attacks, contacts = set(complaints[:_ATTACKS].tolist()), set(complaints[_ATTACKS : _ATTACKS + _CONTACTS].tolist())
    composer = Composer(rng)
    event_ages = rng.random(len(feelings))
    values = np.round(np.exp(rng.normal(4.6, 0.7, len(feelings))), 2)
    reviews = rng.random(len(feelings)) < _REVIEWS
    answers = []
    for row, feeling in enumerate(feelings):
        customer = customers[int(traffic.customer[row])]
        text = None
        if speaking[row]:
            topic = _topic(plan, traffic, row, feeling=feeling, chance=float(rng.random()))
            text = composer.write(
                Remark(
                    topic=topic, feeling=feeling, language=customer.language, woman=customer.woman, name=customer.name,
                    key=customer.key, attack=row in attacks, contact=row in contacts,
                )
            )  # fmt: skip
        answers.append(
            _answer(
                traffic, row, customer, text=text, event_age=float(event_ages[row]), value=float(values[row]),
                review=bool(reviews[row]),
            )
        )  # fmt: skip
    return answers


def _feeling(csat: int, nps: int) -> str:
    if csat > 0:
        return BAD if csat <= 2 else OK if csat == 3 else GOOD
    return BAD if nps <= 6 else OK if nps <= 8 else GOOD


def _speaking(traffic: Traffic, feelings: list[str], rng: np.random.Generator, *, texts: int) -> np.ndarray:
    """Choose who says something: the unhappy rather than the rest, and nobody whose two scores contradict."""
    weight = np.array([_TELLS[feeling] for feeling in feelings])
    weight[traffic.planted > 0] *= _TELLS_WHERE_PLANTED
    both = (traffic.csat > 0) & (traffic.nps >= 0)
    torn = both & (np.abs((traffic.csat - 1) / 4 - traffic.nps / 10) > 0.45)
    draw = np.where(torn, 0.0, rng.random(len(weight)) ** (1 / weight))
    speaking = np.zeros(len(weight), dtype=bool)
    speaking[np.argsort(-draw, kind="stable")[:texts]] = True
    return speaking


def _topic(plan: Plan, traffic: Traffic, row: int, *, feeling: str, chance: float) -> str:
    """Say what it is about; what is planted is only ever complained of."""
    index = int(traffic.touchpoint[row])
    topic = "shop" if index == RELATIONSHIP else TOUCHPOINTS[index].topic
    if feeling != BAD:
        return topic
    planted = _PLANTED_TOPIC.get(int(traffic.planted[row]))
    if planted:
        return planted if chance < _ON_TOPIC else topic
    this_month = int(traffic.day[row]) >= (plan.month - plan.start).days
    at_till = traffic.channel[row] == "store"
    if this_month and topic in _POINTS_TOPICS and not at_till and chance < _POINTS:
        return "points"
    if topic == "checkout" and at_till and chance < _QUEUES_ELSEWHERE:
        return "queue"
    return topic


def _answer(
    traffic: Traffic, row: int, customer: Customer, *, text: str | None, event_age: float, value: float, review: bool
) -> Answer:
    index = int(traffic.touchpoint[row])
    touchpoint = None if index == RELATIONSHIP else TOUCHPOINTS[index]
    given_at = instant(float(traffic.at[row]))
    channel, survey_channel = str(traffic.channel[row]), str(traffic.survey_channel[row])
    source = "telegram" if survey_channel == "telegram" else "survey"
    nps = _asked(int(traffic.nps[row]))
    if review and text is not None and nps is None and source == "survey":
        source = "reviews"
    has_event = touchpoint is not None and touchpoint.event is not None
    return Answer(
        given_at=given_at,
        customer=customer,
        touchpoint=touchpoint.name if touchpoint else None,
        unit=str(traffic.unit[row]),
        channel=channel,
        survey_channel=survey_channel,
        source=source,
        nps=nps,
        csat=_asked(int(traffic.csat[row])),
        ces=_asked(int(traffic.ces[row])),
        text=text,
        language=customer.language,
        event_at=_before(given_at, event_age, same_day=touchpoint is not None and channel == "store")
        if has_event
        else None,
        event_value=value,
    )


def _before(given_at: datetime, age: float, *, same_day: bool) -> datetime:
    """Place what an answer is about: within two hours before it, or up to two days earlier by daylight."""
    days = 0 if same_day else int(age * 3)
    return given_at - timedelta(days=days, minutes=10 + int(age * 977) % 100)


def _asked(score: int) -> int | None:
    return None if score < 0 else score
