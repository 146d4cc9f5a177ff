"""The journeys of the demo company: ordered stages, each with its touchpoints."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A journey; each stage is its name and its touchpoints in order."""

    name: str
    kind: str
    stages: tuple[tuple[str, tuple[str, ...]], ...]


JOURNEYS = (
    Journey(
        name="onboarding",
        kind="experience",
        stages=(("welcome", ("onboarding e-mail",)), ("first visit", ("login",))),
    ),
    Journey(
        name="purchase",
        kind="buying",
        stages=(
            ("pay", ("checkout", "self-service checkout")),
            ("receive", ("delivery", "parcel locker pickup", "store pickup")),
        ),
    ),
    Journey(
        name="after-sales",
        kind="experience",
        stages=(
            ("bill", ("invoice",)),
            ("question", ("chat bot answer", "call centre")),
            ("give back", ("return form",)),
        ),
    ),
    Journey(
        name="returns",
        kind="experience",
        stages=(("request", ("return form",)), ("hand over", ("parcel locker pickup",)), ("refund", ("invoice",))),
    ),
    Journey(
        name="support",
        kind="experience",
        stages=(("self-help", ("chat bot answer",)), ("conversation", ("call centre",))),
    ),
)
