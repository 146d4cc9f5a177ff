"""How a customer can be written to: their chat with us, else what else is known."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from metrics.store.tables import customer, feedback, personal_data, synonym

CHAT = "telegram"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """chat: telegram:456, None where they never wrote to us there; others: what else is known, as email, phone.

    language: what they speak; may_contact: False where they asked not to be contacted.
    """

    key: str
    chat: str | None
    others: tuple[str, ...]
    language: str
    may_contact: bool
    name: str | None = None


def reach_of(connection: Connection, customer_id: int) -> Reach:
    """Read how a customer can be reached; the name is for whoever may see it."""
    who = connection.execute(select(customer).where(customer.c.id == customer_id)).mappings().one()
    rows = connection.execute(
        select(personal_data.c.field, personal_data.c.value)
        .where(personal_data.c.customer_id == customer_id)
        .order_by(personal_data.c.id)
    )
    known = {row.field: row.value for row in rows}
    said = connection.execute(
        select(feedback.c.language)
        .where(feedback.c.customer_id == customer_id, feedback.c.language.is_not(None), feedback.c.text != "")
        .order_by(feedback.c.given_at.desc())
        .limit(1)
    ).scalar_one_or_none()
    return Reach(
        key=who["key"],
        chat=f"{CHAT}:{known[CHAT]}" if CHAT in known else None,
        others=tuple(field for field in ("phone", "email") if field in known),
        language=said or who["language"] or "en",
        may_contact=(who["consent"] or {}).get("contact", True) is not False,
        name=known.get("name"),
    )


def customer_of(connection: Connection, key: str) -> int:
    """Give the id of the customer of a key; raises LookupError if there is none."""
    found = connection.execute(select(customer.c.id).where(customer.c.key == key)).scalar_one_or_none()
    if found is None:
        raise LookupError(key)
    return int(found)


def called(connection: Connection, touchpoint: str, *, language: str) -> str:
    """Say what a touchpoint is called in a language."""
    words = select(synonym.c.text).where(
        synonym.c.kind == "touchpoint", synonym.c.name == touchpoint, synonym.c.language == language
    )
    found = connection.execute(words.order_by(synonym.c.id).limit(1)).scalar_one_or_none()
    return touchpoint if found is None else str(found)


def giver_of(connection: Connection, feedback_id: int) -> int | None:
    """Give the id of the customer who gave a feedback; None: nobody knows."""
    return connection.execute(select(feedback.c.customer_id).where(feedback.c.id == feedback_id)).scalar_one_or_none()
