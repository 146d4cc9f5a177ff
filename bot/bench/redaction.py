"""Measures how many planted identifiers redaction takes out, and how many ordinary numbers it leaves in."""

from collections.abc import Sequence

from bot.bench.measured import Measured
from bot.bench.planted import NAMES, Planted, plant
from knowledge.known_names import KnownNames
from knowledge.redaction import CARD, EMAIL, HANDLE, IBAN, NAME, NATIONAL_ID, PHONE, PatternRedactor
from metrics.scores.intervals import wilson

ORDINARY = (
    "on 2026-11-20 at 12:00 I paid 1299,99", "zamówienie 10482 z 12.11.2026", "order #1234567890 never came",
    "waited 45 minutes, 3 times, in 2025 and 2026", "10/10 would buy again", "排队20分钟，花了1,299元",
    "size 42, model AB-2000, 3 pieces", "pokój 1204, 2 noce, 560 zł", "The flight UA1234 left at 18:45",
    "等了2小时，订单10482", "Pedido 55231 chegou em 03/05/2018", "ring me after 17:30", "50% off, 2 for 1",
)  # fmt: skip
"""Numbers that are nobody's."""
PLACEHOLDERS = "".join((EMAIL, PHONE, CARD, IBAN, HANDLE, NATIONAL_ID, NAME))


def measure(*, count: int, seed: int) -> list[Measured]:
    """Plant identifiers and redact: the share of them that is gone whole, of all and by kind; and what stayed."""
    redactor = PatternRedactor(names=KnownNames(NAMES))
    planted = plant(count, seed=seed)
    gone = [(one.kind, _is_gone(one, redactor.redact(one.text))) for one in planted]
    figures = [_share("recall", [right for _, right in gone])]
    figures += [
        _share(f"recall.{kind}", [right for name, right in gone if name == kind])
        for kind in dict.fromkeys(kind for kind, _ in gone)
    ]
    figures.append(_share("ordinary_numbers_kept", [redactor.redact(text) == text for text in ORDINARY]))
    return [*figures, Measured(name="identifiers.planted", value=len(planted), unit="identifiers")]


def _is_gone(one: Planted, redacted: str) -> bool:
    """Say whether nothing of an identifier is left: no four of its letters and digits in a row that it brought in."""
    bare = _letters_and_digits(one.identifier)
    around = _letters_and_digits(one.text.replace(one.identifier, " ") + PLACEHOLDERS)
    parts = {bare[at : at + 4] for at in range(max(len(bare) - 3, 1))}
    left = _letters_and_digits(redacted)
    return not any(part in left and part not in around for part in parts)


def _letters_and_digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _share(name: str, outcomes: Sequence[bool]) -> Measured:
    interval = wilson(sum(outcomes), len(outcomes))
    share = sum(outcomes) / len(outcomes)
    return Measured(name=name, value=share, low=interval.low, high=interval.high, unit="share")
