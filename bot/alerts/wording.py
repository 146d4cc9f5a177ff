"""An alert as it is said: what happened, in whose words, why it came to this person, and what they can do about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.alerts.finding import Finding
from bot.alerts.routing import Why
from bot.alerts.rules import Kind
from bot.messages import (
    Amount,
    Block,
    Choice,
    Choices,
    Line,
    Listing,
    Outcome,
    Paragraph,
    Passport,
    Reply,
    Slots,
    Value,
)
from bot.store.alerts import Alert
from bot.wording.figures import amount, metric_name
from bot.wording.quotes import quotes_of
from metrics.feedback import FeedbackRow
from metrics.scope import ATTRIBUTE

QUOTES = 3
CONTEXT = {"alert": "@context"}
INTENT = "alert_explain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message about findings of one cause, the strongest first. `texts` are those of them this person may see."""

    findings: Sequence[Finding]
    ids: Sequence[int]
    """Of the alerts, in the order of the findings."""
    why: Why
    texts: Sequence[FeedbackRow] = ()


def notice(told: Notice) -> Reply:
    """Say what was found."""
    first = told.findings[0]
    blocks: list[Block] = [
        Paragraph(line=headline(first.kind, first.facts, n=len(told.findings)), strong=True),
        *(Paragraph(line=line) for line in details(first.kind, first.facts)),
        *quotes_of(tuple(told.texts[:QUOTES])),
    ]
    if first.case is not None:
        blocks.append(Paragraph(line=Line(key="alert-case", args={"case": str(first.case)})))
    blocks += [Passport(line=Line(key=f"alert-to-you-{told.why.replace('_', '-')}")), choices(first.case)]
    records = [f"alert:{told.ids[0]}"]
    records += [f"case:{one.case}" for one in told.findings if one.case is not None]
    records += [f"feedback:{row.id}" for row in told.texts[:QUOTES]]
    return Reply(
        outcome=Outcome.ANSWER,
        intent=INTENT,
        blocks=tuple(blocks),
        slots=dict(CONTEXT),
        records=tuple(dict.fromkeys(records)),
    )


def summary(held: Sequence[Alert]) -> Reply:
    """Sum up what was held back, by cause, most often first."""
    causes: dict[str, list[Alert]] = {}
    for one in held:
        causes.setdefault(one.cause or one.kind, []).append(one)
    groups = sorted(causes.values(), key=len, reverse=True)
    lines = [headline(Kind(group[0].kind), group[0].facts, n=len(group)) for group in groups]
    blocks: tuple[Block, ...] = (
        Paragraph(line=Line(key="alert-summary", args={"n": len(held)}), strong=True),
        *(Paragraph(line=Line(key="alert-summary-item", args={"what": line})) for line in lines),
    )
    records = tuple(f"alert:{group[0].id}" for group in groups)
    return Reply(outcome=Outcome.ANSWER, intent=INTENT, blocks=blocks, slots=dict(CONTEXT), records=records)


def choices(case: int | None) -> Choices:
    """Offer what can be done about an alert."""
    options = [_choice("why", "alert_explain", {})]
    if case is not None:
        options = [
            _choice("take", "case_assign", {"case": case, "assignee": "@me"}),
            _choice("draft", "draft_reply", {"case": case}),
            *options,
        ]
    options += [
        _choice("snooze", "alert_snooze", {"until": "tomorrow"}),
        _choice("false", "alert_snooze", {"feedback": "false_positive"}),
    ]
    return Choices(options=tuple(options))


def headline(kind: Kind, facts: Slots | Mapping[str, object], *, n: int = 1) -> Line:
    """Say in one sentence what was found."""
    return Line(key=f"alert-{kind.value.replace('_', '-')}", args={"n": n, "where": place(facts), **_ARGS[kind](facts)})


def details(kind: Kind, facts: Slots | Mapping[str, object]) -> tuple[Line, ...]:
    """Say what speaks for it: reasons with the customer's words, the parts that moved most."""
    found: list[Line] = []
    reasons = facts.get("reasons")
    if kind is Kind.SEVERE and isinstance(reasons, list) and reasons:
        items = tuple(_reason(one) for one in reasons)
        found.append(Line(key="alert-reasons", args={"reasons": Listing(items=items)}))
    parts = facts.get("parts")
    if isinstance(parts, list):
        found += [_part(one) for one in parts]
    return tuple(found)


def place(facts: Slots | Mapping[str, object]) -> Value:
    """Name what it is about: touchpoint and unit, or the names that were asked for; everything where there are none."""
    named = [facts.get(name) for name in ("touchpoint", "unit", "group")]
    scope = facts.get("scope")
    named += [name for names in scope.values() for name in names] if isinstance(scope, dict) else []
    told = list(dict.fromkeys(str(name) for name in named if name))
    return ", ".join(told) if told else Line(key="alert-everything")


def _choice(name: str, intent: str, slots: Slots) -> Choice:
    return Choice(
        label=Line(key=f"alert-choice-{name}"), value=f"alert-{name}", intent=intent, slots={**CONTEXT, **slots}
    )


def _reason(reason: object) -> Line:
    one = reason if isinstance(reason, dict) else {}
    words = [str(word) for word in one.get("words", ())][:QUOTES]
    name = Line(key=f"alert-reason-{str(one.get('name')).replace('_', '-')}")
    if not words:
        return name
    return Line(key="alert-reason-words", args={"reason": name, "words": ", ".join(words)})


def _part(part: object) -> Line:
    one = part if isinstance(part, dict) else {}
    by, group = str(one.get("by", "")), str(one.get("group", ""))
    return Line(
        key="alert-part",
        args={
            "group": f"{by.removeprefix(ATTRIBUTE)} = {group}" if by.startswith(ATTRIBUTE) else group,
            "change": amount(_number(one, "change"), str(one.get("unit", "")), signed=True),
            "n": int(_number(one, "n")),
        },
    )


Facts = Slots | Mapping[str, object]


def _nothing(_facts: Facts) -> dict[str, Value]:
    return {}


def _scored(facts: Facts) -> dict[str, Value]:
    unit = str(facts.get("unit_of", ""))
    args: dict[str, Value] = {
        "metric": metric_name(str(facts.get("metric", ""))),
        "value": amount(_number(facts, "value"), unit),
        "answers": int(_number(facts, "n")),
    }
    for name in ("limit", "before"):
        if name in facts:
            args[name] = amount(_number(facts, name), unit)
    if "change" in facts:
        args["change"] = amount(_number(facts, "change"), unit, signed=True)
    for name in ("since", "day"):
        if name in facts:
            args[name] = date.fromisoformat(str(facts[name]))
    if "op" in facts:
        args["op"] = Line(key=f"alert-op-{_OPS[str(facts['op'])]}")
    if "days" in facts:
        args["days"] = int(_number(facts, "days"))
    return args


def _low_score(facts: Facts) -> dict[str, Value]:
    return {
        "metric": metric_name(str(facts.get("instrument", ""))),
        "score": f"{_number(facts, 'score'):g}",
        "scale": f"{_number(facts, 'scale_max'):g}",
        "limit": f"{_number(facts, 'limit'):g}",
    }


def _theme(facts: Facts) -> dict[str, Value]:
    return {
        "theme": str(facts.get("theme", "")),
        "texts": int(_number(facts, "texts")),
        "times": Amount(value=_number(facts, "lift"), decimals=1),
    }


def _response(facts: Facts) -> dict[str, Value]:
    return {
        "value": amount(_number(facts, "value"), "%"),
        "before": amount(_number(facts, "before"), "%"),
        "sent": int(_number(facts, "n")),
    }


def _stale(facts: Facts) -> dict[str, Value]:
    return {"source": str(facts.get("source", "")), "hours": int(_number(facts, "hours"))}


_OPS = {"<": "below", "<=": "at-most", ">": "above", ">=": "at-least"}
_ARGS: Mapping[Kind, Callable[[Facts], dict[str, Value]]] = {
    Kind.SEVERE: _nothing,
    Kind.THRESHOLD: _scored,
    Kind.DRIFT: _scored,
    Kind.SPIKE: _scored,
    Kind.NEW_THEME: _theme,
    Kind.RESPONSE: _response,
    Kind.STALE: _stale,
    Kind.LOW_SCORE: _low_score,
}


def _number(facts: Facts, name: str) -> float:
    value = facts.get(name)
    return float(value) if isinstance(value, int | float) else 0.0
