"""What `cxbot score --by DIM --over DIM` prints: a score for every pair of groups that has answers."""

from typing import Any

from adapters.chat.console import plain_text
from bot.capabilities.score_tables import cells, dimension_name
from bot.cli.figure_json import figure_json, source_json
from bot.messages import Line, Outcome, Reply, Table
from bot.say import Say
from metrics.analysis.grids import ScoreGrid


def grid_json(grid: ScoreGrid) -> dict[str, Any]:
    """Write it as tools read it."""
    say = Say("en")
    return {
        "figures": [figure_json(figure, say=say) for figure in grid.figures()],
        "sources": [source_json(source) for source in grid.sources],
    }


def grid_text(grid: ScoreGrid, *, timezone: str) -> str:
    """Write it as a person in that zone reads it."""
    heads = (Line(key="column-score"), Line(key="column-interval"), Line(key="column-n"))
    table = Table(
        columns=(dimension_name(grid.query.by or ""), dimension_name(grid.over), *heads),
        rows=tuple((*figure.group.values(), *cells(figure)) for figure in grid.figures()),
    )
    reply = Reply(outcome=Outcome.ANSWER, intent="metric_value", blocks=(table,))
    return plain_text(reply, Say("en", timezone=timezone))
