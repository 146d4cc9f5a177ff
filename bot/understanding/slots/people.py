"""Slots of the questions about one customer: the file, the risk of leaving, a draft to them."""

import re

from bot.messages import Json
from bot.understanding.heard import Heard
from bot.understanding.slots.filling import Filling, period, scope

_NOT_NAMES = re.compile(r"[^\w .'-]")


def customer_file(filling: Filling) -> None:
    """One customer's file, or a part of it."""
    _customer(filling)
    heard = filling.heard
    for name, concept in (
        ("last_contact", "last_contact"), ("open_cases", "open_cases"), ("consent", "consent"),
        ("complaints", "complaint"), ("orders", "orders"), ("scores", "scores_word"), ("scores", "metric"),
    ):  # fmt: skip
        if heard.has(concept):
            filling.put("filter", name)
    if heard.periods and not heard.has("last_contact"):
        period(filling)
    filling.need("customer")


def _customer(filling: Filling) -> None:
    heard = filling.heard
    if heard.customers:
        filling.put("customer", heard.customers[0])
    elif not heard.has("case_word"):
        filling.put("customer", _figure(heard) or _name_after(heard))
    filling.inherit("customer")


def _figure(heard: Heard) -> str | None:
    """Read a number that can only be a key: plain figures, no amount, no limit."""
    for number in heard.numbers:
        if number.digits and not (number.scaled or number.percent or number.money) and number.value >= 100:
            return str(number.plain)
    return None


def _name_after(heard: Heard) -> str | None:
    """Capitalised words after "customer", where nobody on file is called so."""
    for word in heard.concept("customer_word", "file"):
        run = word.last
        tokens = heard.said.tokens
        while run < len(tokens) and tokens[run].kind == "word" and heard.said.shown[tokens[run].start].isupper():
            run += 1
        if run > word.last:
            return _NOT_NAMES.sub("", heard.said.between(word.last, run))
    return None


def churn_risk(filling: Filling) -> None:
    """Who may leave."""
    scope(filling)
    heard = filling.heard
    filling.put(
        "limit", next((n.plain for n in heard.numbers if (n.digits or n.value > 1) and 1 <= n.value <= 100), None)
    )
    if filling.heard.has("highest", "rank") and "limit" in filling.slots:
        filling.put("order", "desc")


def draft_reply(filling: Filling) -> None:
    """Read a reply to a customer or about a case, with its tone."""
    heard = filling.heard
    if heard.has("case_word"):
        filling.put("case", _figure(heard))
    else:
        _customer(filling)
    filling.put("tone", list[Json](heard.all_of("value.tone")))
    filling.put("constraints", list[Json](heard.all_of("value.constraint")))
    if "customer" not in filling.slots:
        filling.inherit("case")
    if not {"customer", "case"} & set(filling.slots) and filling.before is None:
        filling.need("customer")
