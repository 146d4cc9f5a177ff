"""Rules of alerts in words: "tell me when delivery CSAT drops below 80 % with at least 30 answers".

Before a rule is kept it is said how often it would have told something in the last 30 days, and whether it can never
tell anything or would all the time.
"""

from dataclasses import dataclass

from bot.alerts.rules import Kind, Rule
from bot.alerts.thresholds import Rehearsal, Thresholds
from bot.capabilities.alert_rule_words import rule_args
from bot.capabilities.ask import Answer, Ask
from bot.capabilities.confirming import Do, propose
from bot.capabilities.query import today, where_of
from bot.messages import Block, Choice, Choices, Json, Line, Outcome, Paragraph, Reply, Slots, Value
from bot.people import Person
from bot.store.alert_rules import add_rule
from bot.store.desk import Staff
from bot.store.handles import Transaction
from bot.store.notify import notify
from bot.wording.figures import amount
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.ports import Histograms
from metrics.scope import Where
from metrics.scores.registry import Metric

ACTION = INTENT = "alert_rule_create"
MOST_CHOICES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateAlertRule:
    """Proposes a rule as it was understood, and keeps it once it is confirmed."""

    engine: ScoreEngine
    histograms: Histograms
    thresholds: Thresholds
    staff: Staff

    def __call__(self, ask: Ask) -> Answer:
        """Show the rule with how it would have done; raises UnknownMetric and UnknownGroup."""
        slots = ask.understanding.slots
        metric = self.engine.metric(str(slots.get("metric", "csat")))
        where = self.histograms.canonical(where_of(slots, ask.actor))
        condition = _condition(slots, metric)
        if "value" not in condition:
            return _ask_back(ask, "clarify-condition", missing="condition")
        told = self._told(str(slots.get("notify", "@me")), ask.actor)
        if len(told) != 1:
            return _which_person(ask, told)
        rehearsal = self.thresholds.rehearse(_rule(metric, where, condition), today=today(ask))
        args = rule_args(metric, where, condition)
        preview: list[Block] = [Paragraph(line=Line(key="alert-rule-preview", args=args), strong=True)]
        if told[0].key != ask.actor.key:
            preview.append(Paragraph(line=Line(key="alert-rule-for", args={"name": told[0].name})))
        preview += [Paragraph(line=line) for line in _rehearsed(rehearsal, condition)]
        arguments: Slots = {
            "metric": metric.id,
            "scope": {name: list(values) for name, values in where.items()},
            "condition": condition,
            "notify": told[0].key,
        }
        return propose(ask, action=ACTION, arguments=arguments, preview=tuple(preview))

    def do(self, do: Do) -> Answer:
        """Keep a confirmed rule; whoever else it would tell is asked first."""
        arguments = do.arguments
        scope, condition = _mapping(arguments["scope"]), _mapping(arguments["condition"])
        metric = self.engine.metric(str(arguments["metric"]))
        told = str(arguments["notify"])
        where = {name: tuple(str(one) for one in _list(values)) for name, values in scope.items()}
        args = rule_args(metric, where, condition)

        def write(connection: Transaction) -> None:
            number = add_rule(
                connection,
                made_by=do.actor.key,
                notify=told,
                metric=metric.id,
                scope=scope,
                condition=condition,
                at=do.now,
            )
            if told != do.actor.key:
                reply = _asked_to_accept(number, args, by=do.actor.name)
                notify(connection, person_key=told, key=f"alert-rule:{number}", reply=reply, at=do.now)

        key = "alert-rule-kept" if told == do.actor.key else "alert-rule-asked"
        return Answer(
            reply=Reply(
                outcome=Outcome.ANSWER,
                intent=INTENT,
                blocks=(Paragraph(line=Line(key=key, args=args), strong=True),),
            ),
            writes=(write,),
        )

    def _told(self, named: str, actor: Person) -> tuple[Person, ...]:
        return (actor,) if named == "@me" else self.staff.by_name(named)


def _condition(slots: Slots, metric: Metric) -> dict[str, Json]:
    """Complete what was said: less is worse, or more where less is better."""
    said = _mapping(slots.get("condition"))
    return {"op": ">" if metric.lower_is_better else "<", **said}


def _rule(metric: Metric, where: Where, condition: dict[str, Json]) -> Rule:
    return Rule(
        key="proposed",
        kind=Kind.THRESHOLD,
        metrics=(metric.id,),
        where=where,
        op=str(condition["op"]),
        limit=_number(condition["value"]),
        min_n=int(_number(condition.get("min_n"))),
    )


def _rehearsed(rehearsal: Rehearsal, condition: dict[str, Json]) -> list[Line]:
    """Say how the rule would have done, what is wrong with it first."""
    latest = rehearsal.latest
    args: dict[str, Value] = {"alerts": rehearsal.alerts, "days": rehearsal.days, "beyond": rehearsal.beyond}
    lines: list[Line] = []
    if not rehearsal.possible:
        lines.append(Line(key="alert-rule-impossible"))
    elif rehearsal.never:
        least = int(_number(condition.get("min_n")))
        lines.append(Line(key="alert-rule-never", args={"most": rehearsal.most_n, "least": max(least, 1)}))
    elif rehearsal.always:
        lines.append(Line(key="alert-rule-always", args=args))
    if not rehearsal.never:
        lines.append(Line(key="alert-rule-rehearsed", args=args))
    if latest.value is not None:
        value = amount(latest.value, latest.unit)
        lines.append(Line(key="alert-rule-now", args={"value": value, "n": latest.n}))
    return lines


def _asked_to_accept(number: int, args: dict[str, Value], *, by: str) -> Reply:
    options = tuple(
        Choice(
            label=Line(key=f"alert-rule-{what}"),
            value=f"alert-rule-{what}",
            intent=INTENT,
            slots={"manage": what, "rule": number},
        )
        for what in ("accept", "decline")
    )
    return Reply(
        outcome=Outcome.ANSWER,
        intent=INTENT,
        blocks=(
            Paragraph(line=Line(key="alert-rule-offer", args={**args, "name": by}), strong=True),
            Choices(options=options),
        ),
        slots={"rule": number},
        records=(f"rule:{number}",),
    )


def _which_person(ask: Ask, found: tuple[Person, ...]) -> Answer:
    if not found:
        return _ask_back(ask, "alert-rule-nobody", missing="notify")
    options = tuple(
        Choice(label=one.name, value=one.key, intent=INTENT, slots={"notify": one.key}) for one in found[:MOST_CHOICES]
    )
    answer = _ask_back(ask, "clarify-notify", missing="notify")
    reply = answer.reply
    return Answer(
        reply=Reply(
            outcome=reply.outcome,
            intent=reply.intent,
            blocks=(*reply.blocks, Choices(options=options)),
            slots=reply.slots,
            ambiguous={"notify": tuple(one.name for one in found)},
        )
    )


def _ask_back(ask: Ask, key: str, *, missing: str) -> Answer:
    return Answer(
        reply=Reply(
            outcome=Outcome.CLARIFY,
            intent=INTENT,
            blocks=(Paragraph(line=Line(key=key), strong=True),),
            slots=ask.understanding.slots,
            missing=(missing,),
        )
    )


def _mapping(value: Json) -> dict[str, Json]:
    return dict(value) if isinstance(value, dict) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _number(value: Json) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
