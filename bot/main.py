"""The composition root: one function builds the app, for production and for tests."""

import logging
import os
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property, partial
from pathlib import Path
from socket import gethostname
from uuid import uuid4

from adapters.chat.console import plain_text
from adapters.clock import FixedClock, SystemClock
from adapters.embeddings.provider import ProviderEmbedder
from adapters.llm.chat_model import LangChainModel
from bot.alerts.checks import Checks
from bot.alerts.desk import FLUSH, AlertDesk
from bot.alerts.rising import Rising
from bot.alerts.rules import default_rules
from bot.alerts.statistical import Statistics
from bot.alerts.thresholds import Thresholds
from bot.capabilities.action_effect import ActionEffects
from bot.capabilities.action_list import ACTION as ACTION_CHANGE
from bot.capabilities.action_list import ListActions
from bot.capabilities.actions import ACTION as ACTION_CREATE
from bot.capabilities.actions import RegisterAction
from bot.capabilities.alert_context import AlertsMeant
from bot.capabilities.alert_explain import ExplainAlert
from bot.capabilities.alert_hours import ACTION as ALERT_HOURS
from bot.capabilities.alert_hours import SetAlertHours
from bot.capabilities.alert_rule_create import ACTION as RULE_CREATE
from bot.capabilities.alert_rule_create import CreateAlertRule
from bot.capabilities.alert_rule_manage import ACTION as RULE_DELETE
from bot.capabilities.alert_rule_manage import ManageAlertRules
from bot.capabilities.alert_snooze import ACTION as ALERT_SNOOZE
from bot.capabilities.alert_snooze import SnoozeAlert
from bot.capabilities.ask import Capability
from bot.capabilities.call_first import CallFirst
from bot.capabilities.case_close import ACTIONS as ENDS
from bot.capabilities.case_close import CloseCase
from bot.capabilities.case_file import ACTIONS as FILES
from bot.capabilities.case_file import CaseFile
from bot.capabilities.case_give import ACTIONS as GIVES
from bot.capabilities.case_give import GiveCase
from bot.capabilities.case_meant import CaseFinder
from bot.capabilities.cases import CaseList
from bot.capabilities.chart import ShowChart
from bot.capabilities.chart_counts import MentionChart
from bot.capabilities.confirming import Doer
from bot.capabilities.customer import ShowCustomer
from bot.capabilities.define import DefineMetric
from bot.capabilities.digest import ACTION as DIGEST
from bot.capabilities.digest import DigestDesk
from bot.capabilities.draft_reply import SEND, DraftReply
from bot.capabilities.drivers import ShowDrivers, ShowPriorities
from bot.capabilities.evidence import DataFreshness, say_again, show_evidence
from bot.capabilities.export import ExportFeedback
from bot.capabilities.feedback import CountFeedback, SearchFeedback
from bot.capabilities.found_themes import FoundThemes
from bot.capabilities.help import show_help
from bot.capabilities.impact import CheckImpact
from bot.capabilities.label_evidence import ShowEvidence
from bot.capabilities.refuse import not_available
from bot.capabilities.response import ResponseRate
from bot.capabilities.roi import roi
from bot.capabilities.root_causes import ShowRootCauses
from bot.capabilities.score_compare import ScoreCompare
from bot.capabilities.score_explain import ScoreExplain
from bot.capabilities.score_rank import ScoreRank
from bot.capabilities.score_slots import ScoreSlots
from bot.capabilities.score_value import ScoreValue
from bot.capabilities.similar import SimilarFeedback
from bot.capabilities.summarize_text import SummarizeText
from bot.capabilities.tag_correct import ACTION as TAG_CORRECT
from bot.capabilities.tag_correct import CorrectTag
from bot.capabilities.theme_edits import ACTION as THEME_EDIT
from bot.capabilities.theme_edits import ThemeEdits
from bot.capabilities.theme_questions import ThemeQuestions
from bot.capabilities.theme_summary import SummarizeFeedback
from bot.capabilities.theme_tables import ThemeQuotes
from bot.capabilities.theme_words import ShowWords
from bot.capabilities.themes import ShowThemes
from bot.capabilities.what_if import ShowWhatIf
from bot.cases.timing import CaseDue, CaseReask
from bot.conversation.assistant import Assistant, Reader
from bot.conversation.confirmation import Confirmations
from bot.conversation.last_time import LastTime
from bot.conversation.registry import Registry
from bot.conversation.rewriting import RewritingAssistant
from bot.conversation.turn import Assistant as Answering
from bot.conversation.whom_to_ask import WhomToAsk
from bot.digests.daily import DailyDigest
from bot.digests.findings import Finder
from bot.digests.rising import Voices
from bot.jobs.actions import KIND as ACTION_DUE
from bot.jobs.actions import ActionCheck
from bot.jobs.alerting import Summaries, Watch
from bot.jobs.digests import KIND as DIGEST_DUE
from bot.jobs.digests import DigestPost, next_at
from bot.jobs.ports import Jobs
from bot.jobs.recurring import NIGHTLY, TEXTS, NightlyWork, TextWork
from bot.jobs.rule_checks import KIND as RULES
from bot.jobs.rule_checks import RuleChecks
from bot.jobs.slots import Weekly
from bot.messages import IncomingMessage
from bot.people import Person
from bot.ports import Clock, LanguageModel
from bot.settings import BadSettings, Settings
from bot.store.actions import ActionBook
from bot.store.case_book import open_case
from bot.store.case_rules import CaseRules
from bot.store.case_timers import DUE, REASK
from bot.store.commit import commit
from bot.store.desk import CaseDesk, Staff
from bot.store.digest_places import DigestFacts
from bot.store.exports import Exports
from bot.store.facts import read_fact
from bot.store.notify import Notices
from bot.store.outbox import StoredOutbox
from bot.store.pending import read_pending
from bot.store.preferences import read_preference
from bot.store.root_causes import RootCauses
from bot.store.shown import LastShown
from bot.store.spending import Spending
from bot.store.subscriptions import Subscriptions
from bot.store.timers import Handler, forget_timers
from bot.store.turns import last_told
from bot.store.vocabulary import read_vocabulary
from bot.store.writes import Write
from bot.understanding.model_reader import ModelReader
from bot.understanding.service import UnderstandingService
from knowledge.annotation import annotate_backlog
from knowledge.annotator import TextAnnotator
from knowledge.backlog import IndexParts, embedder_id, index_backlog
from knowledge.embedder import HashingEmbedder
from knowledge.errors import IndexUnavailable
from knowledge.index import FeedbackIndex
from knowledge.index_server import ServedIndex
from knowledge.learning import learn
from knowledge.ports import Embedder
from knowledge.redacting import redact_backlog, store_names
from knowledge.redaction import PatternRedactor
from knowledge.search import FeedbackSearch
from knowledge.sidecar import Sidecar
from knowledge.store.found_themes import FoundThemeBook, look_when_due
from knowledge.store.indexed import IndexedTexts
from knowledge.store.labels import LabelReader
from knowledge.store.retheming import Retheming
from knowledge.store.taxonomy import TaxonomyBook
from knowledge.store.themes import ThemeReader
from knowledge.theming import theme_backlog
from metrics.analysis.drivers import DriverEngine
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.impact import ImpactReader
from metrics.analysis.signals import SignalEngine
from metrics.feedback import FeedbackFilter
from metrics.figures import Days
from metrics.scope import EVERYTHING, Where
from metrics.scores.custom import custom_metrics, metric_words
from metrics.scores.policy import SamplePolicy
from metrics.scores.registry import METRICS, Metric, nearest
from metrics.store.attribute_names import AttributeNames
from metrics.store.crowd import CrowdReader
from metrics.store.customers import CustomerReader
from metrics.store.driver_reader import StoredDrivers
from metrics.store.engine import Database, open_engine, reading
from metrics.store.feedback import FeedbackReader
from metrics.store.invitations import InvitationReader
from metrics.store.migrate import upgrade
from metrics.store.named_events import NamedEventBook
from metrics.store.reader import HistogramReader
from metrics.store.respondents import RespondentReader
from metrics.store.rollups import mend
from metrics.store.sources import SourceBook
from metrics.store.targets import TargetReader
from metrics.store.whereabouts import Whereabouts
from prompts.load import load_prompt

log = logging.getLogger(__name__)

HERE = Path(__file__).parent
MIGRATIONS = (HERE / "store" / "migrations", HERE.parent / "knowledge" / "store" / "migrations")
"""Where revisions lie besides the metrics store's own folder."""
TERMINAL = "console:"
ENOUGH_ROWS = 200
"""How many texts are looked at to see how many customers are behind them."""
NIGHT = time(3, 0)
"""When nightly work is done, in the workspace's zone."""


@dataclass(frozen=True, kw_only=True)
class App:
    """Everything that is built once; what is costly is built when it is first used."""

    settings: Settings
    clock: Clock
    engine: Database

    @cached_property
    def scores(self) -> ScoreEngine:
        """The score engine."""
        return ScoreEngine(HistogramReader(self.engine), now=self.clock.now, policy=self._policy, metrics=self._metrics)

    @cached_property
    def drivers(self) -> DriverEngine:
        """The engine that says what goes with a score."""
        return DriverEngine(
            StoredDrivers(self.engine), HistogramReader(self.engine), now=self.clock.now, policy=self._policy,
            metrics=self._metrics,
        )  # fmt: skip

    @cached_property
    def signals(self) -> SignalEngine:
        """The engine that watches scores day by day."""
        return SignalEngine(
            HistogramReader(self.engine), now=self.clock.now, policy=self._policy, metrics=self._metrics
        )

    @cached_property
    def _metrics(self) -> Mapping[str, Metric]:
        """The registered metrics and those of the configuration."""
        return {**METRICS, **custom_metrics(self.settings.metrics)}

    @property
    def _policy(self) -> SamplePolicy:
        return SamplePolicy(show_from=self.settings.show_from, publish_from=self.settings.publish_from)

    @cached_property
    def feedback(self) -> FeedbackReader:
        """The reader of texts."""
        return FeedbackReader(self.engine)

    @cached_property
    def customers(self) -> CustomerReader:
        """The reader of customers."""
        return CustomerReader(self.engine)

    @cached_property
    def search(self) -> FeedbackSearch:
        """The search of feedback."""
        offline = FeedbackSearch(self.feedback, parts=self._parts_of(HashingEmbedder()))
        former = offline if self.settings.embeddings else None
        return FeedbackSearch(self.feedback, parts=self.index_parts, former=former)

    @cached_property
    def index_parts(self) -> IndexParts:
        """What indexing writes to."""
        model = self.settings.embeddings
        return self._parts_of(ProviderEmbedder(model) if model else HashingEmbedder())

    def _parts_of(self, embedder: Embedder) -> IndexParts:
        url = self.settings.chroma_url
        name, folder = embedder_id(embedder), self.settings.home / "index"
        return IndexParts(
            indexed=IndexedTexts(self.engine, embedder=name),
            embedder=embedder,
            sidecar=Sidecar(folder, embedder=name),
            index=ServedIndex(url, embedder=name) if url else FeedbackIndex(folder, embedder=name),
        )

    @cached_property
    def redactor(self) -> PatternRedactor:
        """What takes personal data out of texts."""
        return PatternRedactor(names=lambda: store_names(self.engine, staff=self.staff.names()))

    @cached_property
    def sources(self) -> SourceBook:
        """The ages of sources, and named events."""
        return SourceBook(self.engine, timezone=self.settings.timezone)

    @cached_property
    def named_events(self) -> NamedEventBook:
        """What the organisation did."""
        return NamedEventBook(self.engine, timezone=self.settings.timezone)

    @cached_property
    def staff(self) -> Staff:
        """Who people are."""
        return Staff(self.engine)

    @cached_property
    def cases(self) -> CaseDesk:
        """The reader of cases."""
        return CaseDesk(self.engine)

    @cached_property
    def notices(self) -> Notices:
        """What waits for whoever opens the terminal."""
        return Notices(self.engine)

    @cached_property
    def watch(self) -> Watch:
        """What looks at feedback as it is committed."""
        return Watch(
            engine=self.engine,
            desk=self._alert_desk,
            rules=default_rules(),
            annotator=TextAnnotator,
            soon=self.rule_checks.soon,
        )

    @property
    def _alert_desk(self) -> AlertDesk:
        return AlertDesk(timezone=self.settings.timezone, open_case=partial(open_case, rules=self.case_rules))

    @cached_property
    def rule_checks(self) -> RuleChecks:
        """What looks at the rules by the clock."""
        themes = ThemeReader(self.engine)
        return RuleChecks(
            engine=self.engine,
            checks=Checks(
                rules=default_rules(),
                thresholds=self.thresholds,
                statistics=Statistics(
                    signals=self.signals,
                    scores=self.scores,
                    crowds=CrowdReader(self.engine),
                    attributes=AttributeNames(self.engine).of,
                ),
                rising=Rising(
                    counted=lambda days, where: themes.counts(
                        FeedbackFilter(days=days, where=where), within=EVERYTHING
                    ),
                    customers=self._customers_of_theme,
                ),
                scores=self.scores,
                ages=lambda now: self.sources.ages(now=now),
            ),
            desk=self._alert_desk,
            timezone=self.settings.timezone,
        )

    def _customers_of_theme(self, theme: str, days: Days, where: Where) -> int:
        """Count who spoke of a theme, as far as it matters: an unknown customer counts as another one."""
        wanted = FeedbackFilter(days=days, where={**where, "theme": (theme,)})
        rows = self.feedback.find(wanted, within=EVERYTHING, limit=ENOUGH_ROWS)
        return len({row.customer_key or f"#{row.id}" for row in rows})

    @cached_property
    def understanding(self) -> UnderstandingService:
        """The offline understanding, with this home's names."""
        words = metric_words(self.settings.metrics)
        return UnderstandingService(self.engine, metrics=words, kept_in=self.settings.home / "cache")

    @cached_property
    def assistant(self) -> Assistant:
        """The assistant that answers staff, on every platform."""
        return Assistant(
            registry=Registry(capabilities=self._capabilities()),
            reader=self._reader,
            person=self.person,
            told=lambda place, now: last_told(self.engine, place, now=now),
            confirmations=Confirmations(pending=lambda token: read_pending(self.engine, token), doers=self._doers()),
            whom_to_ask=WhomToAsk(staff=self.staff.everyone, places=Whereabouts(self.engine).named),
            last_time=LastTime(recall=lambda person, question: read_preference(self.engine, person, question)),
        )

    def _reader(self) -> Reader:
        """Give what reads messages: the offline reading, with the language model behind it where there is one."""
        offline = self.understanding.current()
        if self._model is None:
            return offline
        return ModelReader(
            offline=offline,
            model=self._model,
            prompt=load_prompt("understand"),
            purse=self._purse,
            tokens=self.settings.llm_tokens_per_question // 2,  # the other half is for rewriting
            reads=self.settings.llm_reads,
            redact=self.redactor.redact,
            vocabulary=lambda: read_vocabulary(self.engine),
            metrics=frozenset({**METRICS, **custom_metrics(self.settings.metrics)}),
            named_events=self.sources.event_day,
        )

    @cached_property
    def _model(self) -> LanguageModel | None:
        settings = self.settings
        return LangChainModel(settings.llm, url=settings.llm_url, key=settings.llm_secret) if settings.llm else None

    @property
    def _purse(self) -> Spending:
        settings = self.settings
        return Spending(
            engine=self.engine, per_person=settings.llm_tokens_per_person, per_day=settings.llm_tokens_per_day
        )

    @cached_property
    def answering(self) -> Answering:
        """What answers staff: the assistant, in the language model's words where those are wanted."""
        if self._model is None or not self.settings.llm_rewrites:
            return self.assistant
        return RewritingAssistant(
            within=self.assistant,
            model=self._model,
            prompt=load_prompt("rewrite"),
            purse=self._purse,
            tokens=self.settings.llm_tokens_per_question // 2,
            person=self.person,
            redact=self.redactor.redact,
            plain=plain_text,
        )

    @cached_property
    def digest(self) -> DailyDigest:
        """The builder of digests."""
        return DailyDigest(
            finder=Finder(
                engine=self.scores,
                histograms=HistogramReader(self.engine),
                policy=self._policy,
                events=self.named_events,
            ),
            voices=Voices(
                themes=ThemeReader(self.engine),
                feedback=self.feedback,
                taxonomy=lambda: TaxonomyBook(self.engine).taxonomy(),
            ),
            desk=self.cases,
            sources=self.sources,
            facts=DigestFacts(self.engine),
        )

    @cached_property
    def digest_post(self) -> DigestPost:
        """What tells digests when they are due."""
        return DigestPost(subscriptions=Subscriptions(self.engine), person=self.staff.named, digest=lambda: self.digest)

    @cached_property
    def action_check(self) -> ActionCheck:
        """What tells whether actions worked when they are due."""
        return ActionCheck(
            book=ActionBook(self.engine),
            effects=self._action_effects,
            outbox=StoredOutbox(self.engine, clock=self.clock),
        )

    @cached_property
    def _action_effects(self) -> ActionEffects:
        return ActionEffects(
            impacts=ImpactReader(histograms=HistogramReader(self.engine), events=self.named_events),
            engine=self.scores,
            person=self.staff.named,
        )

    @cached_property
    def _list_actions(self) -> ListActions:
        return ListActions(
            book=ActionBook(self.engine), engine=self.scores, effects=self._action_effects, person=self.staff.named
        )

    @cached_property
    def _register_action(self) -> RegisterAction:
        return RegisterAction(
            book=ActionBook(self.engine),
            staff=self.staff,
            engine=self.scores,
            targets=TargetReader(self.engine),
            touchpoint_in=lambda text: self.understanding.current().named_in(
                text, "touchpoint", today=self.clock.now().date()
            ),
        )

    def send_digests(self) -> list[str]:
        """Tell every digest that is due and not told yet, and say to whom."""
        now, sent = self.clock.now(), []
        for kept in Subscriptions(self.engine).active():
            person = self.staff.named(kept.person_key)
            writes = self.digest_post.due(kept, person, now=now) if person else ()
            if writes:
                self.commit(writes)
                sent.append(kept.person_key)
        return sent

    @cached_property
    def _digest_desk(self) -> DigestDesk:
        return DigestDesk(
            subscriptions=Subscriptions(self.engine),
            pending=lambda token: read_pending(self.engine, token),
            next_at=next_at,
            build=lambda person, now: self.digest_post.previewed(person, now=now),
        )

    @property
    def is_demo(self) -> bool:
        """Whether this home is the demo company."""
        with reading(self.engine) as connection:
            return read_fact(connection, "demo.now") is not None

    @property
    def default_person(self) -> str:
        """Whom the terminal speaks as where nobody is named."""
        return "manager" if self.is_demo else "admin"

    def person(self, message: IncomingMessage) -> Person | None:
        """Say who sent a message; in the terminal, the person or role it names."""
        if message.sender.startswith(TERMINAL):
            return self.staff.named(message.sender.removeprefix(TERMINAL))
        return self.staff.on_platform(message.sender)

    def commit(self, writes: Sequence[Write]) -> None:
        """Make the changes of a turn, all or none."""
        commit(self.engine, writes)

    def read_texts(self) -> None:
        """Annotate and index every text that is not yet; safe to kill and to run again.

        Search answers without the index too, so that it cannot be opened is for the operator's log.
        """
        redact_backlog(self.engine, staff=self.staff.names())
        annotate_backlog(self.engine)
        theme_backlog(self.engine)
        try:
            index_backlog(self.index_parts)
        except IndexUnavailable as error:
            log.warning("feedback is not indexed: %s", error.reason)

    @cached_property
    def nightly(self) -> NightlyWork:
        """What is done every night: texts are read anew by what was learnt."""
        return NightlyWork(
            jobs={
                "learn": lambda _: learn(self.engine, now=self.clock.now()),
                "themes": lambda _: look_when_due(self.engine, now=self.clock.now()),
                "rollups": lambda _: self._mend_rollups(),
                "alerts": self.rule_checks.daily,
                "tidy": lambda now: forget_timers(self.engine, now=now),
            },
            weekly=Weekly(zone=self.settings.timezone, at=NIGHT),
        )

    @cached_property
    def text_work(self) -> TextWork:
        """The reading of texts that came in."""
        return TextWork(read=lambda _: self.read_texts())

    @cached_property
    def long_timers(self) -> Mapping[str, Handler]:
        """What handles timers whose work may take minutes, by their kind."""
        from bot.jobs.annotation import KIND as ANNOTATE
        from bot.jobs.imports import KIND as IMPORT  # reads files and their maps, which no question needs
        from bot.jobs.imports import OrphanedImports
        from metrics.store.importing import Importer

        imports = OrphanedImports(
            importer=Importer(self.engine, redactor=self.redactor),
            open_jobs=self.open_jobs,
            rejects=self.settings.home / "rejects",
        )
        return {
            RULES: self.rule_checks,
            TEXTS: self.text_work,
            ANNOTATE: self.text_work,
            NIGHTLY: self.nightly,
            IMPORT: imports,
        }

    def _mend_rollups(self) -> None:
        differences = mend(self.engine)
        if differences:
            log.error("%s cells of the rollups were not what the scores say, and were put right", len(differences))

    def open_jobs(self) -> AbstractContextManager[Jobs]:
        """Open the database of durable work."""
        from bot.jobs.durable import DbosJobs  # takes 1.7 s to load, and only imports and learning need it

        return DbosJobs(self.settings.jobs_database, executor=f"{gethostname()}-{os.getpid()}-{uuid4().hex[:8]}")

    def close(self) -> None:
        """Let go of the database and the index."""
        if "index_parts" in self.__dict__:
            self.index_parts.index.close()
        self.engine.dispose()

    def _capabilities(self) -> dict[str, Capability]:
        slots = ScoreSlots(engine=self.scores, named_events=self.sources.event_day)
        compare = ScoreCompare(slots=slots)
        respondents = RespondentReader(self.engine)
        histograms = HistogramReader(self.engine)
        whereabouts = Whereabouts(self.engine)
        search = SearchFeedback(
            slots=slots,
            search=self.search,
            feedback=self.feedback,
            whereabouts=whereabouts,
            similar=SimilarFeedback(
                slots=slots,
                search=self.search,
                feedback=self.feedback,
                themes=ThemeReader(self.engine),
                taxonomy=TaxonomyBook(self.engine),
            ),
        )
        return {
            "metric_value": ScoreValue(
                slots=slots,
                respondents=respondents,
                targets=TargetReader(self.engine),
                histograms=histograms,
                policy=self._policy,
            ),
            "metric_compare": compare,
            "significance": compare,
            "rank": ScoreRank(slots=slots, histograms=histograms),
            "explain_change": ScoreExplain(slots=slots, events=self.named_events),
            "drivers": ShowDrivers(slots=slots, engine=self.drivers),
            "priorities": ShowPriorities(slots=slots, engine=self.drivers),
            "response_rate": ResponseRate(
                slots=slots, invitations=InvitationReader(self.engine), respondents=respondents
            ),
            "export": ExportFeedback(
                slots=slots,
                search=self.search,
                feedback=self.feedback,
                whereabouts=whereabouts,
                exports=Exports(self.settings.home / "exports"),
            ),
            "impact_check": CheckImpact(
                slots=slots,
                impacts=ImpactReader(histograms=histograms, events=self.named_events),
                events=self.named_events,
                targets=TargetReader(self.engine),
            ),
            "what_if": ShowWhatIf(slots=slots, histograms=histograms),
            "chart": ShowChart(
                slots=slots,
                histograms=histograms,
                events=self.named_events,
                mentions=MentionChart(slots=slots, search=self.search),
            ),
            "define_metric": DefineMetric(engine=self.scores),
            "feedback_search": search,
            "feedback_count": CountFeedback(
                slots=slots,
                search=self.search,
                feedback=self.feedback,
                themes=ThemeReader(self.engine),
                taxonomy=TaxonomyBook(self.engine),
            ),
            "themes": self._theme_questions(slots),
            "summarize_text": SummarizeText(
                taxonomy=TaxonomyBook(self.engine), redactor=self.redactor, language_of=self.understanding.language_of
            ),
            "customer_file": ShowCustomer(customers=self.customers, desk=self.cases),
            "case_list": CaseList(
                desk=self.cases, staff=self.staff, customers=self.customers, whereabouts=whereabouts, slots=slots
            ),
            **self._case_capabilities(whereabouts),
            "data_freshness": DataFreshness(sources=self.sources),
            "show_evidence": ShowEvidence(
                feedback=self.feedback,
                labels=LabelReader(self.engine),
                themes=lambda: TaxonomyBook(self.engine).taxonomy().themes,
                otherwise=show_evidence,
            ),
            "tag_correct": self._correct_tag,
            "digest_subscribe": self._digest_desk,
            "digest_update": self._digest_desk,
            "alert_rule_create": self._alert_rules,
            "alert_explain": ExplainAlert(alerts=AlertsMeant(self.engine), feedback=self.feedback),
            "alert_snooze": self.snooze_alert,
            "action_create": self._register_action,
            "action_list": self._list_actions,
            "root_causes": ShowRootCauses(
                causes=RootCauses(self.engine),
                actions=ActionBook(self.engine),
                whereabouts=whereabouts,
                slots=slots,
            ),
            "translate_last": say_again,
            "roi": roi,
            "help": show_help,
        }

    def _theme_questions(self, slots: ScoreSlots) -> ThemeQuestions:
        themes, taxonomy = ThemeReader(self.engine), TaxonomyBook(self.engine)
        quotes = ThemeQuotes(themes=themes, feedback=self.feedback)
        return ThemeQuestions(
            edits=self._theme_edits,
            words=ShowWords(slots=slots, search=self.search, feedback=self.feedback, themes=themes),
            summary=SummarizeFeedback(
                slots=slots,
                search=self.search,
                feedback=self.feedback,
                themes=themes,
                quotes=quotes,
                taxonomy=taxonomy,
            ),
            themes=ShowThemes(
                slots=slots, themes=themes, quotes=quotes, taxonomy=taxonomy, found=self._theme_edits.found
            ),
        )

    @cached_property
    def _theme_edits(self) -> ThemeEdits:
        return ThemeEdits(
            taxonomy=TaxonomyBook(self.engine),
            retheming=Retheming(self.engine),
            feedback=self.feedback,
            found=FoundThemes(book=FoundThemeBook(self.engine), feedback=self.feedback),
        )

    def _doers(self) -> dict[str, Doer]:
        """Name what makes confirmed changes, by the action they were proposed as."""
        return {
            **self._case_doers(),
            TAG_CORRECT: self._correct_tag.do,
            THEME_EDIT: self._theme_edits.make,
            RULE_CREATE: self._rule_maker.do,
            RULE_DELETE: self._alert_rules.do,
            ALERT_HOURS: self._alert_hours.do,
            ALERT_SNOOZE: self.snooze_alert.do,
            DIGEST: self._digest_desk.do,
            ACTION_CREATE: self._register_action.do,
            ACTION_CHANGE: self._list_actions.do,
        }

    @cached_property
    def snooze_alert(self) -> SnoozeAlert:
        """What keeps alerts silent."""
        return SnoozeAlert(alerts=AlertsMeant(self.engine))

    @cached_property
    def thresholds(self) -> Thresholds:
        """What looks at the scores that threshold rules are about."""
        return Thresholds(
            histograms=HistogramReader(self.engine),
            crowds=CrowdReader(self.engine),
            policy=self._policy,
            metrics=self._metrics,
        )

    @cached_property
    def _rule_maker(self) -> CreateAlertRule:
        return CreateAlertRule(
            engine=self.scores,
            histograms=HistogramReader(self.engine),
            thresholds=self.thresholds,
            staff=self.staff,
        )

    @cached_property
    def _alert_rules(self) -> ManageAlertRules:
        return ManageAlertRules(
            engine=self.engine, scores=self.scores, create=self._rule_maker, hours=self._alert_hours
        )

    @cached_property
    def _alert_hours(self) -> SetAlertHours:
        return SetAlertHours(self.engine)

    def _handlers(self) -> dict[str, Handler]:
        """Name what handles timers that fall due, by their kind."""
        return {
            DUE: CaseDue(self.engine, self.case_rules),
            REASK: CaseReask(self.engine, self.case_rules),
            DIGEST_DUE: self.digest_post,
            ACTION_DUE: self.action_check,
            FLUSH: Summaries(),
        }

    @property
    def timers(self) -> Mapping[str, Handler]:
        """What handles timers whose work is quick, by their kind."""
        return self._handlers()

    @cached_property
    def case_rules(self) -> CaseRules:
        """By when cases are to be looked after."""
        settings = self.settings
        return CaseRules(
            critical_hours=settings.case_critical_hours,
            high_hours=settings.case_high_hours,
            working_days=settings.case_working_days,
            reask_days=settings.case_reask_days,
            compensation_limit=settings.case_compensation_limit,
            timezone=settings.timezone,
            holidays=frozenset(settings.holidays),
        )

    @cached_property
    def _case_finder(self) -> CaseFinder:
        return CaseFinder(desk=self.cases, feedback=self.feedback)

    @cached_property
    def _give_case(self) -> GiveCase:
        return GiveCase(finder=self._case_finder, staff=self.staff, rules=self.case_rules, nearest=nearest)

    @cached_property
    def _close_case(self) -> CloseCase:
        return CloseCase(finder=self._case_finder, staff=self.staff, rules=self.case_rules)

    @cached_property
    def _case_file(self) -> CaseFile:
        return CaseFile(finder=self._case_finder, staff=self.staff, rules=self.case_rules)

    @cached_property
    def _draft_reply(self) -> DraftReply:
        return DraftReply(finder=self._case_finder, customers=self.customers, rules=self.case_rules)

    def _case_capabilities(self, whereabouts: Whereabouts) -> dict[str, Capability]:
        file, close, give = self._case_file, self._close_case, self._give_case
        return {
            "case_assign": give.assign,
            "case_escalate": give.escalate,
            "case_close": close,
            "case_approve": close.approve,
            "case_decline": close.decline,
            "case_show": file.show,
            "case_note": file.note,
            "case_reopen": file.reopen,
            "case_contacted": file.contacted,
            "case_merge": file.merge,
            "case_link": file.link,
            "case_open": file.open,
            "draft_reply": self._draft_reply,
            "reply_send": self._draft_reply.send,
            "churn_risk": CallFirst(database=self.engine, whereabouts=whereabouts, otherwise=not_available),
        }

    def _case_doers(self) -> dict[str, Doer]:
        return {
            **dict.fromkeys(GIVES, self._give_case.do),
            **dict.fromkeys(ENDS, self._close_case.do),
            **dict.fromkeys(FILES, self._case_file.do),
            SEND: self._draft_reply.do,
        }

    @cached_property
    def _correct_tag(self) -> CorrectTag:
        return CorrectTag(
            feedback=self.feedback,
            labels=LabelReader(self.engine),
            themes=lambda: TaxonomyBook(self.engine).taxonomy().themes,
            touchpoints=Whereabouts(self.engine).touchpoints,
            shown=LastShown(self.engine),
        )


def open_app(settings: Settings, *, now: datetime | None = None) -> App:
    """Open the home: make it if it is not there, bring its database up to date, build the app.

    Raises metrics.store.errors.StoreError and BadSettings. `now` stops the clock there.
    """
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSettings("CXBOT_HOME", problem=error.strerror or "unusable") from None
    engine = open_engine(settings.database)
    upgrade(engine, folders=MIGRATIONS)
    return App(settings=settings, clock=FixedClock(now) if now else SystemClock(), engine=engine)
