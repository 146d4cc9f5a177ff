"""Why somebody got an alert: what was seen, which limit it crossed, why it came to them and when."""

from dataclasses import dataclass

from bot.alerts.rules import Kind
from bot.alerts.wording import choices, details, headline
from bot.capabilities.alert_context import AlertsMeant, which_alert
from bot.capabilities.ask import Answer, Ask
from bot.messages import Block, Line, Outcome, Paragraph, Passport, Reply, Value
from bot.people import Action, decide
from bot.store.alerts import Alert
from bot.wording.quotes import quotes_of
from metrics.store.feedback import FeedbackReader


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainAlert:
    """Answers "why did I get this alert?"."""

    alerts: AlertsMeant
    feedback: FeedbackReader

    def __call__(self, ask: Ask) -> Answer:
        """Explain the alert last shown, or the newest."""
        meant = self.alerts.meant(ask)
        if meant is None:
            return which_alert(ask)
        kind = Kind(meant.kind)
        blocks: list[Block] = [
            Paragraph(line=headline(kind, meant.facts), strong=True),
            *(Paragraph(line=line) for line in details(kind, meant.facts)),
            Paragraph(line=_rule(meant)),
        ]
        may = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        if meant.feedback_id is not None and may.allowed:
            blocks += quotes_of(self.feedback.get([meant.feedback_id], within=may.scope))
        case = meant.facts.get("case")
        blocks += [*_state(meant), _passport(meant), choices(case if isinstance(case, int) else None)]
        records = [f"alert:{meant.id}"]
        records += [f"case:{case}"] if case else []
        records += [f"feedback:{meant.feedback_id}"] if meant.feedback_id else []
        return Answer(
            reply=Reply(
                outcome=Outcome.ANSWER,
                intent="alert_explain",
                blocks=tuple(blocks),
                slots=ask.understanding.slots,
                records=tuple(records),
            )
        )


def _rule(meant: Alert) -> Line:
    """Say which rule it was, and what it takes."""
    rule = (meant.rule or meant.kind).partition("-")[0]
    if rule.startswith("r") and rule[1:].isdigit():
        return Line(key="alert-rule-own", args={"number": rule[1:]})
    args: dict[str, Value] = {}
    if meant.kind == Kind.SEVERE:
        args = {name: str(meant.facts.get(name, "")) for name in ("points", "limit")}
    return Line(key=f"alert-rule-{Kind(meant.kind).value.replace('_', '-')}", args=args)


def _state(meant: Alert) -> list[Block]:
    said = [Line(key=f"alert-state-{meant.state}")] if meant.state != "open" else []
    how = meant.facts.get("how")
    if how in ("same_cause", "quiet_hours", "budget"):
        said.append(Line(key=f"alert-how-{str(how).replace('_', '-')}"))
    return [Paragraph(line=line) for line in said]


def _passport(meant: Alert) -> Passport:
    why = str(meant.facts.get("why", "role")).replace("_", "-")
    return Passport(line=Line(key="alert-passport", args={"why": Line(key=f"alert-to-you-{why}"), "at": meant.at}))
