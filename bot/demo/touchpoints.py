"""The touchpoints of the demo company: what they are for, whose they are, how good they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint:
    """A touchpoint, and how the demo treats it. `level` is its lasting share of csat answers 4 and 5."""

    name: str
    topic: str
    """Under which its phrases stand."""
    channel: str
    owner: str
    team: str
    purpose: str
    expectation: str
    importance: float
    target: float
    share: float
    """Of the answers about touchpoints."""
    level: float
    row_channels: tuple[tuple[str, float], ...]
    event: tuple[str, str] | None = None
    """Kind and source of the event that its answers are about."""
    asks_effort: bool = False


TOUCHPOINTS = (
    Touchpoint(
        name="checkout", topic="checkout", channel="web", owner="Zofia Dąbrowska", team="store service",
        purpose="Pay for what is in the basket", expectation="Paid in a minute, no surprise in the total",
        importance=0.9, target=85, share=0.17, level=0.83,
        row_channels=(("store", 0.5), ("web", 0.28), ("app", 0.22)), event=("order", "web shop"), asks_effort=True,
    ),
    Touchpoint(
        name="self-service checkout", topic="self_checkout", channel="store", owner="Zofia Dąbrowska",
        team="store service", purpose="Scan and pay without waiting for a till",
        expectation="Faster than a staffed till", importance=0.6, target=80, share=0.14, level=0.78,
        row_channels=(("store", 1.0),), event=("visit", "pos"),
    ),
    Touchpoint(
        name="delivery", topic="delivery", channel="web", owner="Marta Nowak", team="delivery",
        purpose="Bring the order to the door", expectation="On the day promised, in one piece",
        importance=1.0, target=85, share=0.20, level=0.82,
        row_channels=(("web", 0.55), ("app", 0.45)), event=("delivery", "web shop"),
    ),
    Touchpoint(
        name="parcel locker pickup", topic="locker", channel="locker", owner="Zofia Dąbrowska", team="delivery",
        purpose="Collect a parcel at any hour", expectation="Opens at the first try", importance=0.7, target=85,
        share=0.08, level=0.84, row_channels=(("locker", 1.0),), event=("delivery", "web shop"),
    ),
    Touchpoint(
        name="store pickup", topic="store_pickup", channel="store", owner="李娜", team="store service",
        purpose="Collect an online order in a store", expectation="Ready within two hours", importance=0.6, target=88,
        share=0.08, level=0.86, row_channels=(("store", 1.0),), event=("visit", "pos"),
    ),
    Touchpoint(
        name="login", topic="login", channel="app", owner="Zofia Dąbrowska", team="call centre",
        purpose="Get into the account", expectation="One tap", importance=0.7, target=85, share=0.08, level=0.84,
        row_channels=(("app", 0.6), ("web", 0.4)), asks_effort=True,
    ),
    Touchpoint(
        name="return form", topic="return_form", channel="web", owner="Zofia Dąbrowska", team="returns",
        purpose="Send something back", expectation="Two minutes and a label", importance=0.8, target=78, share=0.06,
        level=0.68, row_channels=(("web", 1.0),), event=("return", "web shop"), asks_effort=True,
    ),
    Touchpoint(
        name="onboarding e-mail", topic="onboarding", channel="email", owner="Ola", team="call centre",
        purpose="Help a new customer to start", expectation="Short, useful, in my language", importance=0.4, target=80,
        share=0.04, level=0.80, row_channels=(("email", 1.0),),
    ),
    Touchpoint(
        name="chat bot answer", topic="chatbot", channel="chat", owner="Tomasz", team="call centre",
        purpose="Answer a question at once", expectation="Understood, or handed to a person", importance=0.5,
        target=72, share=0.05, level=0.66, row_channels=(("chat", 1.0),), event=("ticket", "crm"), asks_effort=True,
    ),
    Touchpoint(
        name="call centre", topic="call_centre", channel="phone", owner="Tomasz", team="call centre",
        purpose="Solve what the customer cannot", expectation="Solved in one call", importance=0.8, target=78,
        share=0.06, level=0.72, row_channels=(("phone", 1.0),), event=("ticket", "crm"), asks_effort=True,
    ),
    Touchpoint(
        name="invoice", topic="invoice", channel="email", owner="Ola", team="returns",
        purpose="Put the purchase on paper", expectation="Right, and there at once", importance=0.5, target=85,
        share=0.04, level=0.81, row_channels=(("email", 1.0),), event=("order", "web shop"), asks_effort=True,
    ),
)  # fmt: skip

BY_NAME = {one.name: one for one in TOUCHPOINTS}
