"""How long one turn takes over made-up responses, its commit too, and how soon a new process gives its first answer."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

import numpy as np

from adapters.clock import FixedClock
from bot.bench.benched_store import benched_store
from bot.bench.measured import Measured
from bot.bench.responses import DAYS, made_up
from bot.bench.timing import MS, in_turns
from bot.main import App
from bot.messages import IncomingMessage, MessageId, Openness, PersonId, Place
from bot.settings import Settings

QUESTIONS = (
    "What is our NPS this month?", "and last month?", "why?", "is that a real change?", "NPS by segment last 90 days",
    "nps of touchpoint 7 last month", "which touchpoint has the lowest NPS?", "compare NPS of store 3 and store 4",
    "NPS in store 12 this quarter", "how was this computed?", "what is NPS?", "and in Polish?",
    "how many answers did we get last week?", "NPS by channel in October", "nps touchpoint 9 by store last 90 days",
    "what can you do?", "Delete all negative feedback", "how fresh is the data?",
    "Jaki jest nasz NPS w tym miesiącu?", "a w zeszłym miesiącu?", "dlaczego?", "NPS według kanału w październiku",
    "Który sklep ma najniższy NPS?", "porównaj NPS: store 3 i store 4", "co potrafisz?", "NPS dla touchpoint 7",
    "这个月的NPS是多少？", "上个月呢？", "为什么？", "哪个门店NPS最低？", "按渠道看NPS",
    "你能做什么？", "touchpoint 7 的NPS",
)  # fmt: skip
"""What the turns ask, in one thread, in three languages."""
TURNS, WARM_UP = 400, 40
STARTS = 5
FIRST = "What is our NPS this month?"
LOADED = (
    "import sys; from bot.cli.app import group; group.main(args=sys.argv[1:], standalone_mode=False)\n"
    "from importlib.metadata import packages_distributions\n"
    "known = packages_distributions()\n"
    "print('loaded', *sorted(name for name in sys.modules if name in known and not name.startswith(('bot', 'cxbot'))))"
)
"""A child that answers the first question, then names the libraries that took."""
OURS = frozenset({"bot", "adapters", "knowledge", "metrics", "prompts", "cxbot"})


def run(*, rows: int, folder: Path, say: Callable[[str], None]) -> Iterator[Measured]:
    """Ask the questions in turn over `rows` responses; then start anew and time the first answer."""
    say(f"making {rows:,} responses up")
    engine = benched_store(folder / "cxbot.db", made_up(rows))
    now = datetime.combine(DAYS.end - timedelta(days=1), datetime.min.time(), UTC) + timedelta(hours=12)
    app = App(settings=Settings(home=folder), clock=FixedClock(now), engine=engine)
    say("asking")
    yield from _turns(app, now=now)
    app.close()
    say("starting")
    yield _start(folder, now=now)


def _turns(app: App, *, now: datetime) -> Iterator[Measured]:
    taken, committed, understood = [], [], []
    for number, text in enumerate(islice(cycle(QUESTIONS), WARM_UP + TURNS)):
        message = IncomingMessage(
            id=MessageId(f"bench:{number}"),
            place=Place(platform="console", conversation="bench", thread="bench", openness=Openness.PRIVATE),
            sender=PersonId("console:admin"),
            text=text,
            sent_at=now,
        )
        started = perf_counter()
        turn = app.assistant.turn(message, now=now)
        taken.append(perf_counter() - started)
        app.commit(turn.writes)
        committed.append(perf_counter() - started)
        understood.append(_understanding(app, message, now=now))
    yield _quantile("turn.p50_ms", taken[WARM_UP:], 0.5)
    yield _quantile("turn.p99_ms", taken[WARM_UP:], 0.99)
    yield _quantile("committed.p50_ms", committed[WARM_UP:], 0.5)
    yield _quantile("understanding.p50_ms", understood[WARM_UP:], 0.5)


def _understanding(app: App, message: IncomingMessage, *, now: datetime) -> float:
    actor = app.person(message)
    if actor is None:
        raise LookupError(message.sender)
    started = perf_counter()
    app.understanding.read(message.text, before=None, asker=actor, now=now)
    return perf_counter() - started


def _quantile(name: str, seconds: Sequence[float], share: float) -> Measured:
    """Give a quantile with a bootstrap interval."""
    found = np.array(seconds) * MS
    drawn = np.random.default_rng(0).choice(found, (1_000, len(found)))
    low, high = np.quantile(np.quantile(drawn, share, axis=1), (0.025, 0.975))
    return Measured(name=name, value=float(np.quantile(found, share)), low=float(low), high=float(high), unit="ms")


def _start(folder: Path, *, now: datetime) -> Measured:
    """Compare a fresh process's first answer with the bare import of the libraries it loads."""
    arguments = ("ask", FIRST, "--now", now.isoformat())
    ask = [sys.executable, "-c", LOADED, *arguments]
    shown = _ran(ask, folder).splitlines()[-1].split()[1:]
    imports = "import " + ", ".join(name for name in shown if name not in OURS)
    times = in_turns(
        {
            "ask": lambda: _ran([sys.executable, "-m", "bot.cli.app", *arguments], folder),
            "bare": lambda: _ran([sys.executable, "-c", imports], folder),
        },
        rounds=STARTS,
    )
    return times.ratio("ask", "bare", name="start.vs_imports")


def _ran(command: Sequence[str], home: Path) -> str:
    done = subprocess.run(  # noqa: S603 our own interpreter
        command,
        check=True,
        capture_output=True,
        text=True,
        env={"CXBOT_HOME": str(home), "PATH": "", "LANG": "C.UTF-8"},
    )
    return done.stdout
