"""Everything in one process: the loops that listen, answer and speak, until told to stop."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass

from adapters.charts.picture import VegaCharts
from adapters.chat.deliver import deliver
from adapters.chat.slack.listen import listen as listen_to_slack
from adapters.chat.slack.send import SlackChat, slack_client
from adapters.chat.telegram.listen import Listener
from adapters.chat.telegram.send import TelegramChat, telegram_bot
from adapters.clock import SystemClock
from adapters.errors import NotAuthorised
from bot.cases.reasking import CaseDoor
from bot.conversation.process import Desk, work
from bot.conversation.reception import Reception
from bot.jobs.alerting import watch_feedback
from bot.jobs.timing import keep_time
from bot.main import App
from bot.ports import Chat, Clock
from bot.settings import Settings
from bot.store.exchange import Exchange
from bot.store.exports import Exports
from bot.store.inbox import StoredInbox
from bot.store.outbox import StoredOutbox
from bot.surveys.desk import SurveyDesk
from bot.working import stop_on_signals, time_desks

WORKERS = 4
DRAIN_S = 25.0
"""How long what was kept may take to be answered and sent after the stop: O10 of the operations list."""

log = logging.getLogger(__name__)


class NothingToServe(Exception):
    """No platform can be reached. `missing` names the variables that are not set; `half`: Slack has one of two."""

    def __init__(self, missing: tuple[str, ...], *, half: bool) -> None:
        super().__init__(missing)
        self.missing = missing
        self.half = half


@dataclass(frozen=True, slots=True, kw_only=True)
class _Platform:
    chat: Chat
    listen: Callable[[asyncio.Event], Awaitable[None]]


def missing_variables(settings: Settings) -> tuple[str, ...]:
    """Name the variables of tokens that are not set."""
    tokens = {
        "SLACK_BOT_TOKEN": settings.slack_bot_token,
        "SLACK_APP_TOKEN": settings.slack_app_token,
        "TELEGRAM_BOT_TOKEN": settings.telegram_bot_token,
    }
    return tuple(name for name, token in tokens.items() if token is None)


def reception(app: App) -> Reception:
    """Build who answers whom: staff the assistant, customers the survey desk."""
    return Reception(
        staff=app.answering,
        customers=SurveyDesk(app.engine, redactor=app.redactor, timezone=app.settings.timezone),
        cases=CaseDoor(app.engine, app.case_rules),
        is_staff=lambda person: app.staff.on_platform(person) is not None,
        timezone=app.settings.timezone,
    )


async def serve(app: App, *, worker: str, ready: Callable[[Sequence[str]], None]) -> None:
    """Serve every platform that has tokens until SIGTERM or SIGINT, then drain.

    `worker` names this process, and no other may have that name. `ready` hears which platforms are listened to. Raises
    NothingToServe, and NotAuthorised when no platform accepts our tokens any more.
    """
    settings = app.settings
    missing = missing_variables(settings)
    half = ("SLACK_BOT_TOKEN" in missing) != ("SLACK_APP_TOKEN" in missing)
    if half or {"SLACK_APP_TOKEN", "TELEGRAM_BOT_TOKEN"} <= set(missing):
        raise NothingToServe(missing, half=half)
    clock = SystemClock()  # leases and waits end in real time, whatever time the answers are given as of
    inbox, outbox = StoredInbox(app.engine, clock=clock), StoredOutbox(app.engine, clock=clock)
    stop_hearing, stop = asyncio.Event(), asyncio.Event()
    stop_on_signals(stop_hearing)
    async with AsyncExitStack() as stack:
        platforms = await _open(stack, settings, inbox=inbox, outbox=outbox, clock=clock)
        threads = stack.enter_context(ThreadPoolExecutor(WORKERS, thread_name_prefix="turn"))
        exchange = Exchange(app.engine, inbox=inbox, outbox=outbox)
        answers = Desk(inbox=inbox, exchange=exchange, assistant=reception(app), clock=app.clock, threads=threads)
        async with asyncio.TaskGroup() as tasks:
            for number in range(WORKERS):
                tasks.create_task(work(answers, worker=f"{worker}/{number}", stop=stop))
            for platform in platforms:
                tasks.create_task(
                    deliver(platform.chat, outbox=outbox, bell=inbox.bell, clock=clock, worker=worker, stop=stop)
                )
            for desk in time_desks(app, stack, bell=inbox.bell):
                tasks.create_task(keep_time(desk, worker=worker, stop=stop))
            tasks.create_task(watch_feedback(app.watch.look, clock=app.clock, bell=inbox.bell, stop=stop))
            ready([platform.chat.platform for platform in platforms])
            await _hear(platforms, stop=stop_hearing)
            with suppress(TimeoutError):
                await asyncio.wait_for(_drained(inbox, outbox), DRAIN_S)
            stop.set()
            inbox.bell.ring()


async def _open(
    stack: AsyncExitStack, settings: Settings, *, inbox: StoredInbox, outbox: StoredOutbox, clock: Clock
) -> list[_Platform]:
    platforms = []
    charts, exports = VegaCharts(), Exports(settings.home / "exports")
    if settings.slack_bot_token is not None and settings.slack_app_token is not None:
        app_token = settings.slack_app_token.get_secret_value()
        client = await stack.enter_async_context(
            slack_client(token=settings.slack_bot_token.get_secret_value(), api_url=settings.slack_api_url)
        )
        platforms.append(
            _Platform(
                chat=SlackChat(client, charts=charts, files=exports.read),
                listen=lambda stop: listen_to_slack(client, app_token=app_token, inbox=inbox, outbox=outbox, stop=stop),
            )
        )
    if settings.telegram_bot_token is not None:
        bot = await stack.enter_async_context(
            telegram_bot(token=settings.telegram_bot_token.get_secret_value(), api_url=settings.telegram_api_url)
        )
        listener = Listener(bot, inbox=inbox, outbox=outbox, clock=clock)
        platforms.append(
            _Platform(
                chat=TelegramChat(bot, charts=charts, files=exports.read),
                listen=lambda stop: listener.listen(stop=stop),
            )
        )
    return platforms


async def _hear(platforms: Sequence[_Platform], *, stop: asyncio.Event) -> None:
    """Listen until told to stop; a platform whose token is refused falls silent, the others go on."""
    ends = await asyncio.gather(*(platform.listen(stop) for platform in platforms), return_exceptions=True)
    failures = [end for end in ends if isinstance(end, BaseException)]
    for failure in failures:
        if not isinstance(failure, NotAuthorised):
            raise failure
        log.critical("%s refuses our token: %s", failure.platform, failure.problem)
    if len(failures) == len(platforms):
        raise failures[0]


async def _drained(inbox: StoredInbox, outbox: StoredOutbox) -> None:
    """Wait until every message kept is answered and every answer sent."""
    while await asyncio.to_thread(inbox.unfinished) or await asyncio.to_thread(outbox.unsent):  # noqa: ASYNC110 the table is what ends
        await asyncio.sleep(0.1)
