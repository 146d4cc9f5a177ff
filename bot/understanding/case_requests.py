"""What people say about cases in so many words: take it, a note, reopen, merge, send it, who to call first.

The patterns are data (`grammar/case_requests.toml`). A button of a case says the same in one word: `case:take:318`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from bot.messages import Json, Slots
from bot.ports import Understanding
from bot.understanding.before import Before

CONTEXT = "@context"
BUTTON = re.compile(r"case:(?P<verb>[a-z]+):(?P<case>\d{1,12})(?::(?P<text>[\w.-]{1,40}))?")
INTENTS: Mapping[str, str] = {
    "take": "case_assign", "note": "case_note", "reopen": "case_reopen", "merge": "case_merge", "link": "case_link",
    "open": "case_open", "send": "reply_send", "reply": "reply_send", "contacted": "case_contacted",
    "history": "case_show", "first": "churn_risk", "draft": "draft_reply", "close": "case_close",
    "approve": "case_approve", "decline": "case_decline", "escalate": "case_escalate",
}  # fmt: skip
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|(?P<over>\byesterday\b|\bwczoraj\b|昨天)", re.IGNORECASE)
EVERY = re.compile(r"\b(?:all|every|each|wszystk\w+|kazd\w+)\b|所有|全部|每")
"""One case at a time: whoever says all of them is asked which."""
ORDINAL = re.compile(r"\b(?:the )?(\d{1,3})(?:st|nd|rd|th)\b")
TO_WHOM = re.compile(
    r"(?:\bto|\bdla|\bosobie:?|给|給)\s*(?P<name>[^\W\d_][^\d,，;:：]{0,40}?)\s*(?:[,，;]|\bdue\b|\bby\b|\bdo\b|$)"
)
NEED_CONTEXT = frozenset({"take", "send", "history", "contacted"})
"""What means something else, or nothing, where the thread is not about a case."""
PLACES = {"first": 1, "second": 2, "third": 3, "last": -1}
ABOUT_CASES = frozenset({"case_assign", "case_escalate", "case_close"})
MARKS = " .!?。！？"


def case_command(shown: str, folded: str, *, before: Before | None) -> Understanding | None:
    """Read a text, and the same text folded, that is plainly about a case and nothing else; None: it is not."""
    folded = folded.rstrip(MARKS)
    pressed = BUTTON.fullmatch(folded)
    if pressed is not None and pressed["verb"] in INTENTS:
        slots: Slots = {"case": pressed["case"], **({"choice": pressed["text"]} if pressed["text"] else {})}
        return _understood(pressed["verb"], slots, before)
    in_case = has_case(before)
    for verb, patterns in _patterns().items():
        match = next(filter(None, (one.fullmatch(folded) for one in patterns)), None)
        if match is None or verb == "amount":
            continue
        found = _found(match, shown)
        if verb in NEED_CONTEXT and "case" not in found and not in_case:
            continue
        return _understood(verb, found, before)
    return None


def about_case(shown: str, folded: str, understood: Understanding, *, before: Before | None) -> Understanding:
    """Let the case of the thread be meant where none is named, and read what money a customer is given.

    What else is missing is asked for by whoever knows what to offer.
    """
    if understood.intent not in ABOUT_CASES:
        return understood
    slots, missing = dict(understood.slots), understood.missing
    named = str(slots.get("case", "")) in folded and "case" in slots
    ordinal = ORDINAL.search(folded)
    if not named and ordinal is not None:
        slots = {**_but_case(slots), "item_ref": int(ordinal[1])}
        missing = _without(missing, "case")
    elif not named and EVERY.search(folded):
        slots, missing = _but_case(slots), ("case", *_without(missing, "case"))
    elif "case" in missing and has_case(before):
        slots["case"] = _case_of(before)
        missing = _without(missing, "case")
    if understood.intent == "case_close":
        amount = _amount(folded, case=str(slots.get("case", "")))
        slots |= {"amount": amount} if amount is not None else {}
    else:
        slots |= _said_outright(shown, slots, whom="assignee" if understood.intent == "case_assign" else "to")
    if "case" not in missing:
        missing = ()
    return replace(understood, slots=slots, missing=missing)


def has_case(before: Before | None) -> bool:
    """Say whether the turn before was about a case, or about a comment that may become one."""
    return before is not None and any(record.startswith(("case:", "feedback:")) for record in before.records)


def _understood(verb: str, slots: Slots, before: Before | None) -> Understanding:
    added: Slots = {}
    match verb:
        case "take":
            added = {"assignee": "@me"}
        case "first":
            added = {"what": "call_first"}
    if "case" not in slots and verb not in {"first", "open"}:
        added["case"] = _case_of(before)
    return Understanding(intent=INTENTS[verb], slots={**slots, **added}, confidence=1.0)


def _found(match: re.Match[str], shown: str) -> Slots:
    found: dict[str, Json] = {}
    for name, value in match.groupdict().items():
        if value is None:
            continue
        if name == "text":
            found["text"] = shown[match.start("text") :].strip()  # its marks are the asker's
        elif name == "place":
            found["item_ref"] = PLACES[value]
        else:
            found[name.rstrip("2")] = value
    return found


def _but_case(slots: Slots) -> Slots:
    return {name: value for name, value in slots.items() if name != "case"}


def _without(missing: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in missing if one != name)


def _case_of(before: Before | None) -> str:
    """Give the number of the case that the thread is about; the word for it where it is about a comment."""
    cases = [one for one in (before.records if before else ()) if one.startswith("case:")]
    return cases[0].partition(":")[2] if cases else CONTEXT


def _said_outright(shown: str, slots: Slots, *, whom: str) -> Slots:
    """Read a full date as it stands, and a name that nobody here has: whoever asks back says which there are."""
    found: Slots = {}
    day = DAY.search(shown)
    if day is not None and whom == "assignee":
        found["due"] = "yesterday" if day.lastgroup == "over" else day[0]
    if whom not in slots:
        name = TO_WHOM.search(shown)
        found |= {whom: name["name"].strip()} if name is not None else {}
    return found


def _amount(folded: str, *, case: str) -> float | None:
    for match in (one for pattern in _patterns()["amount"] for one in pattern.finditer(folded)):
        value = next(value for value in match.groupdict().values() if value)
        if value != case:
            return float(value.replace(",", "."))
    return None


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Read the patterns of all languages, by verb."""
    data = tomllib.loads(files("bot.understanding").joinpath("grammar/case_requests.toml").read_text(encoding="utf-8"))
    return {verb: tuple(re.compile(one) for one in section["any"]) for verb, section in data.items()}
