"""The attributes that feedback of some days can be cut by: those with a handful of values."""

from sqlalchemy import Engine, select

from metrics.figures import Days
from metrics.scope import ATTRIBUTE
from metrics.store.counting import in_days
from metrics.store.engine import reading
from metrics.store.tables import feedback

LOOKED_AT = 500
MOST_VALUES = 30


class AttributeNames:
    """Looks at the newest feedback to see what it can be cut by."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, days: Days) -> tuple[str, ...]:
        """Give the dimensions of attributes, as attr.late: of two values at least and a handful at most."""
        query = select(feedback.c.attributes).where(*in_days(feedback.c.day, days)).order_by(feedback.c.id.desc())
        values: dict[str, set[str]] = {}
        with reading(self._engine) as connection:
            for attributes in connection.execute(query.limit(LOOKED_AT)).scalars():
                for name, value in attributes.items():
                    values.setdefault(name, set()).add(value)
        return tuple(f"{ATTRIBUTE}{name}" for name in sorted(values) if 2 <= len(values[name]) <= MOST_VALUES)
