"""The targets of touchpoints: `metrics.analysis.targets.Targets` over a database."""

from sqlalchemy import Engine, select

from metrics.analysis.targets import Target
from metrics.store.engine import reading
from metrics.store.tables import touchpoint

USUAL_METRIC = "csat"
"""What a target without a metric is on."""


class TargetReader:
    """Reads the targets."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def targets(self, metric: str | None = None) -> tuple[Target, ...]:
        """Give the targets of all touchpoints, or those on a metric, by touchpoint."""
        columns = (touchpoint.c.name, touchpoint.c.target_metric, touchpoint.c.target)
        rows = select(*columns).where(touchpoint.c.target.is_not(None)).order_by(touchpoint.c.name)
        with reading(self._engine) as connection:
            found = [
                Target(touchpoint=row.name, metric=row.target_metric or USUAL_METRIC, value=row.target)
                for row in connection.execute(rows)
            ]
        return tuple(target for target in found if metric in (None, target.metric))
