"""Rules of alerts that somebody has: listed, taken back, accepted or declined where another made them."""

from dataclasses import dataclass
from functools import partial

from bot.capabilities.alert_rule_words import rule_args
from bot.capabilities.ask import Answer, Ask, Capability
from bot.capabilities.confirming import Do, propose
from bot.messages import Block, Line, Outcome, Paragraph, Reply, Slots
from bot.people import Person
from bot.store.alert_rules import ASKED, OFF, ON, OwnRule, rule_by_id, rules_of, set_rule_state
from bot.store.handles import Database
from metrics.analysis.engine import ScoreEngine
from metrics.store.engine import reading

INTENT, ACTION = "alert_rule_create", "alert_rule_delete"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManageAlertRules:
    """Answers "which alert rules do I have?", "delete alert rule 3"; anything else about rules makes one."""

    engine: Database
    scores: ScoreEngine
    create: Capability
    hours: Capability

    def __call__(self, ask: Ask) -> Answer:
        """List the asker's rules, or do to one what was asked."""
        slots = ask.understanding.slots
        match slots.get("manage"):
            case "list":
                return self._listed(ask)
            case "delete":
                return self._proposed(ask)
            case "accept" | "decline" as what:
                return self._decided(ask, accepted=what == "accept")
            case "hours":
                return self.hours(ask)
            case _:
                return self.create(ask)

    def do(self, do: Do) -> Answer:
        """Take a rule back; it may be gone or another's by now."""
        rule = self._theirs(do.arguments.get("rule"), do.actor)
        if rule is None:
            return Answer(reply=_reply(Line(key="alert-rule-unknown"), outcome=Outcome.CLARIFY))
        write = partial(set_rule_state, number=rule.id, state=OFF)
        said = Line(key="alert-rule-deleted", args={"number": str(rule.id)})
        return Answer(reply=_reply(said), writes=(write,))

    def _listed(self, ask: Ask) -> Answer:
        with reading(self.engine) as connection:
            rules = rules_of(connection, ask.actor.key)
        blocks: list[Block] = [Paragraph(line=Line(key="alert-rules", args={"n": len(rules)}), strong=True)]
        blocks += [Paragraph(line=self._line(rule)) for rule in rules]
        return Answer(
            reply=Reply(
                outcome=Outcome.ANSWER,
                intent=INTENT,
                blocks=tuple(blocks),
                slots=ask.understanding.slots,
                records=tuple(f"rule:{rule.id}" for rule in rules),
            )
        )

    def _proposed(self, ask: Ask) -> Answer:
        rule = self._theirs(ask.understanding.slots.get("rule"), ask.actor) or self._only(ask.actor)
        if rule is None:
            return Answer(reply=_reply(Line(key="alert-rule-unknown"), outcome=Outcome.CLARIFY))
        preview = Paragraph(line=Line(key="alert-rule-delete", args={"rule": self._line(rule)}), strong=True)
        arguments: Slots = {"rule": rule.id}
        return propose(ask, action=ACTION, arguments=arguments, preview=(preview,))

    def _decided(self, ask: Ask, *, accepted: bool) -> Answer:
        rule = self._theirs(ask.understanding.slots.get("rule"), ask.actor)
        if rule is None or rule.notify != ask.actor.key or rule.state != ASKED:
            return Answer(reply=_reply(Line(key="alert-rule-unknown"), outcome=Outcome.CLARIFY))
        write = partial(set_rule_state, number=rule.id, state=ON if accepted else OFF)
        key = "alert-rule-accepted" if accepted else "alert-rule-declined"
        return Answer(reply=_reply(Line(key=key)), writes=(write,))

    def _line(self, rule: OwnRule) -> Line:
        args = rule_args(self.scores.metric(rule.metric), rule.scope, rule.condition)
        return Line(key=f"alert-rule-{rule.state}", args={**args, "number": str(rule.id)})

    def _only(self, person: Person) -> OwnRule | None:
        with reading(self.engine) as connection:
            rules = rules_of(connection, person.key)
        return rules[0] if len(rules) == 1 else None

    def _theirs(self, number: object, person: Person) -> OwnRule | None:
        """Find a rule that the person made or is told by."""
        if not isinstance(number, int):
            return None
        with reading(self.engine) as connection:
            rule = rule_by_id(connection, number)
        return rule if rule is not None and person.key in (rule.made_by, rule.notify) and rule.state != OFF else None


def _reply(line: Line, *, outcome: Outcome = Outcome.ANSWER) -> Reply:
    return Reply(outcome=outcome, intent=INTENT, blocks=(Paragraph(line=line, strong=True),))
