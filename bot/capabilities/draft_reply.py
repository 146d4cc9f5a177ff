"""A reply to a customer: drafted with the facts of the file, sent by a person's word only, into the customer's chat."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.case_meant import CaseFinder, Comment, asked_back, button, closed_already, said_no, teams_of
from bot.capabilities.case_replies import about, done, preview
from bot.capabilities.confirming import Do, propose
from bot.capabilities.refuse import denied, refusal
from bot.cases.drafting import Facts, draft
from bot.messages import (
    Block,
    Choice,
    Choices,
    Json,
    Line,
    Listing,
    Openness,
    Outcome,
    Paragraph,
    Passport,
    Reply,
    Slots,
    Value,
)
from bot.people import Action, Extent, decide
from bot.store.audit import audited
from bot.store.case_changes import contact_customer
from bot.store.case_letters import letter, write_to_customer
from bot.store.case_reach import Reach
from bot.store.case_rules import CaseRules
from bot.store.case_steps import add_step
from bot.store.cases import Case, CaseFilter
from bot.store.handles import Transaction
from metrics.scope import Scope
from metrics.store.customers import CustomerReader

SEND = "reply_send"
ANSWER_DAYS = 2
"""A draft without a case says that we are back within so many days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReply:
    """Answers "draft an apology, short, no refund promise", then "send it"."""

    finder: CaseFinder
    customers: CustomerReader
    rules: CaseRules

    def __call__(self, ask: Ask) -> Answer:
        """Answer with a draft; to the asker alone, since it may name the customer."""
        answer = self._drafted(ask)
        return replace(answer, private=ask.place.openness is not Openness.PRIVATE)

    def _drafted(self, ask: Ask) -> Answer:
        target = self._target(ask)
        if isinstance(target, Answer):
            return target
        case, customer_id, key = target
        reach = self.finder.desk.reach(customer_id)
        slots = ask.understanding.slots
        rows = (
            self.finder.feedback.get([case.feedback_id], within=_everything(ask)) if case and case.feedback_id else ()
        )
        until = max(case.resolve_due_at or case.due_at, ask.now) if case else ask.now + timedelta(days=ANSWER_DAYS)
        facts = Facts(
            name=reach.name if self._may_name(ask, case) else None,
            touchpoint=self.finder.desk.named(case.touchpoint, language=reach.language)
            if case and case.touchpoint
            else None,
            day=rows[0].given_at.date() if rows else None,
            until=until.date(),
            signed=ask.actor.name,
        )
        made = draft(facts, language=reach.language, tones=_listed(slots.get("tone")))
        args: dict[str, Value] = {
            "customer": key,
            "language": Line(key=f"label-language-{made.language.partition('-')[0]}"),
        }
        blocks: list[Block] = [
            Paragraph(line=Line(key="draft-headline", args=args), strong=True),
            *(Paragraph(line=Line(key="case-letter", args={"text": line})) for line in made.text.split("\n")),
        ]
        if made.fell_back:
            blocks.append(Passport(line=Line(key="draft-fell-back", args={"language": reach.language})))
        blocks.append(Passport(line=Line(key="draft-promises")))
        if case:
            blocks.append(Choices(options=(button("send", case.number), button("history", case.number))))
        record = (f"case:{case.number}",) if case else (f"customer:{key}",)
        reply = Reply(
            outcome=Outcome.ANSWER, intent="draft_reply", blocks=tuple(blocks), slots=slots, records=record
        )  # fmt: skip

        def keep(connection: Transaction) -> None:
            if case is not None and case.status == "open":
                facts_kept: dict[str, Json] = {"language": made.language}
                add_step(
                    connection, case.number, at=ask.now, actor=ask.actor.key, kind="drafted", note=made.text,
                    facts=facts_kept,
                )  # fmt: skip

        read = audited(ask.actor.key, "read_customer", f"customer:{key}", ask.place, at=ask.now)
        return Answer(reply=reply, writes=(keep, read))

    def send(self, ask: Ask) -> Answer:
        """Show what would be sent, and where; say how else where the customer has no chat with us."""
        found = self.finder.meant(ask, Action.DRAFT)
        if isinstance(found, Comment):
            return said_no(ask, Line(key="case-none-for-comment"), reason="unknown_case")
        if isinstance(found, Answer):
            return found
        if found.status != "open":
            return closed_already(ask, found)
        reach = self.finder.desk.reach(found.customer_id)
        refused = _unreachable(ask, found, reach)
        if refused is not None:
            return refused
        text, language = self._text(ask, found, reach)
        if not text:
            line = Line(key="reply-nothing-drafted", args={"number": str(found.number)})
            return said_no(ask, line, reason="nothing_drafted", case=found, options=[button("draft", found.number)])
        shown = (
            *preview("reply-preview", about(found)),
            *(Paragraph(line=Line(key="case-letter", args={"text": line})) for line in text.split("\n")),
        )
        arguments: Slots = {"case": found.number, "text": text, "language": language}
        answer = propose(ask, action=SEND, arguments=arguments, preview=shown)
        reply = replace(answer.reply, records=(f"case:{found.number}",))
        return replace(answer, reply=reply, private=ask.place.openness is not Openness.PRIVATE)

    def do(self, do: Do) -> Answer:
        """Put it into the outbox, and note that the customer has heard from us; rights and address are read anew."""
        number, text = int(str(do.arguments["case"])), str(do.arguments["text"])
        case = self.finder.may(do.actor, number, Action.DRAFT, place=do.place.openness)
        if case is None:
            return Answer(reply=refusal(SEND, key="refuse-permission", reason="permission"))
        reach = self.finder.desk.reach(case.customer_id)
        if case.status != "open" or reach.chat is None or not reach.may_contact:
            return Answer(reply=refusal(SEND, key="case-changed-meanwhile", reason="overtaken"))
        chat = reach.chat

        def write(connection: Transaction) -> None:
            contact_customer(connection, number, at=do.now, actor=do.actor.key, rules=self.rules)
            place = add_step(connection, number, at=do.now, actor=do.actor.key, kind="sent", note=text)
            write_to_customer(
                connection, chat=chat, key=f"case:{number}:letter:{place}", reply=letter(text),
                language=str(do.arguments["language"]), timezone=self.rules.timezone, at=do.now,
            )  # fmt: skip

        buttons = [button("close", number), button("history", number)]
        return done(SEND, "reply-sent", about(case), writes=(write,), number=number, buttons=buttons)

    def _text(self, ask: Ask, case: Case, reach: Reach) -> tuple[str, str]:
        own = str(ask.understanding.slots.get("text") or "").strip()
        if own:
            return own, reach.language
        steps = self.finder.desk.history(case.number)
        last = next((one for one in reversed(steps) if one.kind == "drafted" and one.actor == ask.actor.key), None)
        return (last.note, str(last.facts.get("language", "en"))) if last else ("", "en")

    def _target(self, ask: Ask) -> tuple[Case | None, int, str] | Answer:
        """Find the case and the customer that a draft is for."""
        name = str(ask.understanding.slots.get("customer") or "") or _customer_shown(ask)
        if name and "case" not in ask.understanding.slots:
            return self._of_customer(ask, name)
        found = self.finder.meant(ask, Action.DRAFT)
        if isinstance(found, Comment):
            return said_no(ask, Line(key="case-none-for-comment"), reason="unknown_case")
        return found if isinstance(found, Answer) else (found, found.customer_id, found.customer)

    def _of_customer(self, ask: Ask, name: str) -> tuple[Case | None, int, str] | Answer:
        decision = decide(ask.actor, Action.DRAFT, place=ask.place.openness)
        if not decision.allowed:
            return denied(ask)
        found = self.customers.find(name, within=decision.scope)
        if len(found) != 1:
            key = "draft-several" if found else "draft-nobody"
            options = tuple(
                Choice(label=one.key, value=one.key, intent="draft_reply", slots={"customer": one.key})
                for one in found[:5]
            )
            return asked_back(
                ask, Line(key=key, args={"name": name, "n": len(found)}), missing="customer", options=options
            )
        wanted = CaseFilter(status="open", customer_key=found[0].key)
        teams = teams_of(ask.actor, decide(ask.actor, Action.READ_CASES, place=ask.place.openness))
        cases, _ = self.finder.desk.wanted(wanted, scope=decision.scope, teams=teams, limit=1)
        customer_id = self.finder.desk.customer_id(found[0].key)
        return (cases[0] if cases else None), customer_id, found[0].key

    def _may_name(self, ask: Ask, case: Case | None) -> bool:
        private = Openness.PRIVATE  # the draft goes to the asker alone
        decision = decide(ask.actor, Action.READ_PERSONAL_DATA, place=private)
        if decision.extent is Extent.OWN_CASES:
            return case is not None and case.owner_key == ask.actor.key
        return decision.allowed


def _unreachable(ask: Ask, case: Case, reach: Reach) -> Answer | None:
    if not reach.may_contact:
        return said_no(ask, Line(key="reply-no-consent", args=about(case)), reason="no_consent", case=case)
    if reach.chat is not None:
        return None
    ways = Listing(items=tuple(Line(key=f"reply-way-{one}") for one in reach.others), style="or")
    key = "reply-no-chat" if reach.others else "reply-no-way"
    args = {**about(case), **({"ways": ways} if reach.others else {})}
    return said_no(
        ask, Line(key=key, args=args), reason="no_chat", case=case, options=[button("contacted", case.number)]
    )


def _customer_shown(ask: Ask) -> str:
    records = ask.before.records if ask.before else ()
    shown = records[0] if records else ""
    return shown.partition(":")[2] if shown.startswith("customer:") else ""


def _everything(ask: Ask) -> Scope:
    return decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness).scope


def _listed(value: Json) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else (str(value),) if value else ()
