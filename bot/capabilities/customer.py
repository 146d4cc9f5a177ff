"""One customer's file, short: who, since when, what happened, how they felt, what is open."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.refuse import denied
from bot.capabilities.rights import limits, limits_said
from bot.messages import Amount, Block, Choice, Choices, Line, Openness, Outcome, Paragraph, Passport, Reply, Value
from bot.people import Action, Decision, Extent, decide
from bot.store.audit import audited
from bot.store.cases import Case, CaseFilter
from bot.store.desk import CaseDesk
from bot.wording.quotes import quotes_of
from metrics.customers.file import CustomerEvent, CustomerFile, CustomerMatch, PastScore
from metrics.feedback import FeedbackRow
from metrics.store.customers import CustomerReader

COMPLAINT_BELOW = 0.5
"""A score in the lower half of its scale counts as a complaint here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCustomer:
    """Answers "who is customer 10482?"."""

    customers: CustomerReader
    desk: CaseDesk

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the file, or ask which of several is meant; to the asker alone, wherever they asked."""
        alone = replace(ask, place=replace(ask.place, openness=Openness.PRIVATE))
        return replace(self._answer(alone), private=ask.place.openness is not Openness.PRIVATE)

    def _answer(self, ask: Ask) -> Answer:
        decision = decide(ask.actor, Action.READ_CUSTOMER, place=ask.place.openness)
        if not decision.allowed:
            return denied(ask)
        name = str(ask.understanding.slots.get("customer", ""))
        found = self.customers.find(name, within=decision.scope)
        if len(found) > 1:
            return Answer(reply=_which(ask, found))
        if not found:
            return Answer(reply=_nobody(ask, name, decision))
        return self._file(ask, found[0], decision)

    def _file(self, ask: Ask, match: CustomerMatch, decision: Decision) -> Answer:
        personal = decide(ask.actor, Action.READ_PERSONAL_DATA, place=ask.place.openness)
        named = personal.allowed and personal.extent is not Extent.OWN_CASES
        own = self.desk.wanted(
            CaseFilter(status="open", customer_key=match.key, owner_key=ask.actor.key),
            scope=decision.scope, teams=None, limit=1,
        )[1]  # fmt: skip
        named = named or (personal.allowed and own > 0)
        file = self.customers.file(match.key, within=decision.scope, personal=named)
        if file is None:
            return Answer(reply=_nobody(ask, match.key, decision))
        cases = self._cases(ask, match.key)
        limited = limits(ask.actor, decision)
        blocks = [*self._blocks(ask, file, cases), *limits_said(limited)]
        reply = Reply(
            outcome=Outcome.ANSWER,
            intent="customer_file",
            blocks=tuple(blocks),
            slots=ask.understanding.slots,
            records=(f"customer:{file.key}", *(f"case:{case.number}" for case in cases)),
            limited_to=limited,
        )
        read = audited(ask.actor.key, "read_customer", f"customer:{file.key}", ask.place, at=ask.now)
        return Answer(reply=reply, writes=(read,))

    def _cases(self, ask: Ask, customer: str) -> tuple[Case, ...]:
        decision = decide(ask.actor, Action.READ_CASES, place=ask.place.openness)
        if not decision.allowed:
            return ()
        teams = ask.actor.teams if decision.extent is Extent.OWN_TEAMS else None
        wanted = CaseFilter(status="open", customer_key=customer)
        return self.desk.wanted(wanted, scope=decision.scope, teams=teams, limit=5)[0]

    def _blocks(self, ask: Ask, file: CustomerFile, cases: tuple[Case, ...]) -> list[Block]:
        match ask.understanding.slots.get("filter"):
            case "complaints":
                return [_complaints(file), *quotes_of(_bad(file))]
            case "last_contact":
                return [_last_contact(file), *quotes_of(file.feedback[:1])]
            case "orders":
                return [Paragraph(line=Line(key="customer-orders", args={"n": len(_orders(file))}), strong=True),
                        *(Paragraph(line=_event(event)) for event in _orders(file))]  # fmt: skip
            case "open_cases":
                return [_cases(cases)]
            case "consent":
                return [_consent(file)]
            case _:
                return [*_who(file), _cases(cases), *_scores(file), *quotes_of(file.feedback[:2]), _basis(file)]


def _who(file: CustomerFile) -> list[Block]:
    name = file.personal.get("name")
    key = "customer-named" if name else "customer-headline"
    blocks: list[Block] = [
        Paragraph(line=Line(key=key, args={"key": file.key, **({"name": name} if name else {})}), strong=True)
    ]
    facts = tuple(value for value in (file.segment, file.persona, file.home, ", ".join(file.languages)) if value)
    if facts:
        blocks.append(Paragraph(line=Line(key="customer-facts", args={"facts": " · ".join(facts)})))
    if file.since:
        blocks.append(Paragraph(line=Line(key="customer-since", args={"day": file.since.date()})))
    contact = tuple(file.personal[field] for field in ("email", "phone") if field in file.personal)
    if contact:
        blocks.append(Paragraph(line=Line(key="customer-contact", args={"contact": " · ".join(contact)})))
    if file.events:
        blocks.append(Paragraph(line=Line(key="customer-last", args={"event": _event(file.events[0])})))
    return blocks


def _event(event: CustomerEvent) -> Line:
    where = ", ".join(name for name in (event.touchpoint, event.unit) if name)
    args: dict[str, Value] = {"kind": event.kind, "at": event.happened_at, "where": where}
    if event.value is None:
        return Line(key="customer-event", args=args)
    return Line(key="customer-event-value", args={**args, "value": Amount(value=event.value, decimals=2)})


def _orders(file: CustomerFile) -> tuple[CustomerEvent, ...]:
    return tuple(event for event in file.events if event.kind == "order")


def _bad(file: CustomerFile) -> tuple[FeedbackRow, ...]:
    return tuple(row for row in file.feedback if row.score is not None and row.score.position < COMPLAINT_BELOW)


def _complaints(file: CustomerFile) -> Paragraph:
    bad = _bad(file)
    key = "customer-complaints" if bad else "customer-no-complaints"
    return Paragraph(line=Line(key=key, args={"n": len(bad), "all": file.feedback_count}), strong=True)


def _last_contact(file: CustomerFile) -> Paragraph:
    moments = [row.given_at for row in file.feedback[:1]] + [event.happened_at for event in file.events[:1]]
    if not moments:
        return Paragraph(line=Line(key="customer-never"), strong=True)
    return Paragraph(line=Line(key="customer-last-contact", args={"at": max(moments)}), strong=True)


def _cases(cases: tuple[Case, ...]) -> Paragraph:
    numbers = ", ".join(str(case.number) for case in cases)
    return Paragraph(line=Line(key="customer-cases", args={"n": len(cases), "numbers": numbers or "–"}))


def _consent(file: CustomerFile) -> Paragraph:
    yes = ", ".join(sorted(purpose for purpose, agreed in file.consent.items() if agreed))
    no = ", ".join(sorted(purpose for purpose, agreed in file.consent.items() if not agreed))
    return Paragraph(line=Line(key="customer-consent", args={"yes": yes or "–", "no": no or "–"}), strong=True)


def _scores(file: CustomerFile) -> list[Block]:
    if not file.scores:
        return []
    said = ", ".join(_score(score) for score in file.scores[:6])
    return [Paragraph(line=Line(key="customer-scores", args={"scores": said}))]


def _score(score: PastScore) -> str:
    return f"{score.instrument.upper()} {score.value:g}/{score.scale_max:g}"


def _basis(file: CustomerFile) -> Passport:
    return Passport(line=Line(key="customer-basis", args={"events": file.event_count, "feedback": file.feedback_count}))


def _which(ask: Ask, found: tuple[CustomerMatch, ...]) -> Reply:
    options = tuple(
        Choice(label=match.key, value=match.key, intent="customer_file", slots={"customer": match.key})
        for match in found[:5]
    )
    return Reply(
        outcome=Outcome.CLARIFY,
        intent="customer_file",
        blocks=(Paragraph(line=Line(key="clarify-customer"), strong=True), Choices(options=options)),
        slots=ask.understanding.slots,
        ambiguous={"customer": tuple(match.key for match in found[:5])},
    )


def _nobody(ask: Ask, name: str, decision: Decision) -> Reply:
    key = "customer-unknown" if decision.extent is Extent.ALL else "customer-unknown-here"
    return Reply(
        outcome=Outcome.NO_DATA,
        intent="customer_file",
        blocks=(Paragraph(line=Line(key=key, args={"name": name[:60]}), strong=True),),
        reason="no_data",
        slots=ask.understanding.slots,
    )
