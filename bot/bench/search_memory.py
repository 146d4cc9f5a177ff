"""What a process holds that has searched: run as `python -m bot.bench.search_memory HOME ours|chroma`, Linux only.

Prints bytes as JSON: rss with mapped files, own without them (the system takes those back when it needs room).
"""

import json
import re
import sys
from pathlib import Path

from bot.bench.search_speed import LIMIT, questions
from knowledge.search import open_search
from metrics.scope import EVERYTHING
from metrics.store.engine import open_engine, sqlite_url


def main() -> None:
    """Ask every question, then say what is held."""
    home, which = Path(sys.argv[1]), sys.argv[2]
    search = open_search(open_engine(sqlite_url(home / "cxbot.db")), folder=home / "index")
    for one in questions():
        if which == "chroma":
            search.parts.index.nearest(search.parts.embedder.embed([one.text]), limit=LIMIT)
        else:
            search.search(one.text, within=EVERYTHING, limit=LIMIT)
            search.search(one.text, within=EVERYTHING, wanted=one.wanted, limit=LIMIT)
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    rss, mapped = (int(re.findall(rf"{name}:\s+(\d+) kB", status)[0]) * 1024 for name in ("VmRSS", "RssFile"))
    search.close()
    print(json.dumps({"rss": rss, "own": rss - mapped}))  # noqa: T201 it is asked for


if __name__ == "__main__":
    main()
