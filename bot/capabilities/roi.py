"""Return on investment from two numbers the asker gives: (profit - investment) / investment."""

from bot.capabilities.ask import Answer, Ask
from bot.messages import Amount, Line, Outcome, Paragraph, Passport, Reply, Worked

GIVE_OR_TAKE = 0.2
"""How far off a profit that people say "about" of may be; printed with the answer."""


def roi(ask: Ask) -> Answer:
    """Answer with ROI in percent, low and high for a profit a fifth off, and the assumptions it rests on."""
    slots = ask.understanding.slots
    investment, profit = slots.get("investment"), slots.get("profit")
    if not isinstance(investment, int | float) or not isinstance(profit, int | float) or investment <= 0:
        return Answer(reply=_ask_for(ask, investment=investment, profit=profit))
    figure = Worked(
        name="roi",
        value=_percent(profit, investment),
        low=_percent(profit * (1 - GIVE_OR_TAKE), investment),
        high=_percent(profit * (1 + GIVE_OR_TAKE), investment),
        unit="%",
        definition="roi@1",
    )
    named = {"initiative": str(slots["initiative"])} if slots.get("initiative") else {}
    blocks = (
        Paragraph(
            line=Line(
                key="roi-named" if named else "roi-answer",
                args={"value": _say(figure.value), **named},
            ),
            strong=True,
        ),
        Paragraph(
            line=Line(
                key="roi-arithmetic",
                args={
                    "investment": Amount(value=investment),
                    "profit": Amount(value=profit),
                    "value": _say(figure.value),
                },
            )
        ),
        Paragraph(line=Line(key="roi-range", args={"low": _say(figure.low or 0.0), "high": _say(figure.high or 0.0)})),
        Passport(line=Line(key="roi-assumptions")),
    )
    return Answer(
        reply=Reply(outcome=Outcome.ANSWER, intent="roi", blocks=blocks, slots=slots, figures=(figure,)),
    )


def _percent(profit: float, investment: float) -> float:
    return (profit - investment) / investment * 100


def _say(percent: float) -> Amount:
    return Amount(value=percent, unit="%", decimals=0, signed=True)


def _ask_for(ask: Ask, *, investment: object, profit: object) -> Reply:
    given = {"investment": investment, "profit": profit}
    missing = tuple(name for name, value in given.items() if not isinstance(value, int | float) or value == 0)
    key = "roi-investment-not-positive" if not missing else f"roi-missing-{missing[0]}"
    return Reply(
        outcome=Outcome.CLARIFY,
        intent="roi",
        blocks=(Paragraph(line=Line(key=key), strong=True),),
        slots=ask.understanding.slots,
        missing=missing or ("investment",),
    )
