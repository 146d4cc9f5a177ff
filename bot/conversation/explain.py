"""Errors into sentences: what happened, and what the person can do about it."""

from bot.messages import Line, Listing, Value
from bot.settings import BadSettings
from bot.wording.figures import metric_name
from metrics.errors import (
    BadDefinition,
    BadMap,
    MetricsError,
    NothingInPeriod,
    OnlyVariants,
    UnknownDimension,
    UnknownGroup,
    UnknownMetric,
    UnknownPeriod,
    UnreadableFile,
)
from metrics.store.errors import DatabaseUnusable, SchemaNewerThanCode, StoreError


def explain(error: MetricsError | StoreError | BadSettings) -> Line:
    """Write the one line for a foreseeable error."""
    match error:
        case UnknownMetric(name=name, nearest=nearest):
            return _with_nearest("error-unknown-metric", name, nearest)
        case UnknownDimension(name=name, nearest=nearest):
            return _with_nearest("error-unknown-dimension", name, nearest)
        case UnknownGroup(dimension=dimension, name=name, nearest=nearest):
            return _with_nearest("error-unknown-group", name, nearest, dimension=dimension)
        case UnknownPeriod(text=text):
            return Line(key="error-unknown-period", args={"text": _short(text)})
        case NothingInPeriod():
            return _nothing(error)
        case OnlyVariants(metric=metric, others=others):
            names = Listing(items=tuple(metric_name(other) for other in others), style="or")
            return Line(key="error-nothing-but-variant", args={"metric": metric_name(metric), "others": names})
        case BadMap() | BadDefinition() | UnreadableFile():
            return _of_a_file(error)
        case _:
            return _operator(error)


def _of_a_file(error: BadMap | BadDefinition | UnreadableFile) -> Line:
    match error:
        case BadDefinition(key=key, problem=problem, nearest=nearest):
            return _with_nearest("error-bad-definition", key, nearest, problem=problem)
        case BadMap(key=key, problem=problem, nearest=nearest):
            return _with_nearest("error-bad-map", key, nearest, problem=Line(key=f"map-problem-{problem}"))
        case UnreadableFile(path=path, problem=problem):
            return Line(key=f"error-file-{problem}", args={"path": path})


def _operator(error: MetricsError | StoreError | BadSettings) -> Line:
    match error:
        case BadSettings(key=key, problem="unknown", nearest=nearest):
            return _with_nearest("error-unknown-setting", key, (nearest,) if nearest else ())
        case BadSettings(key=home, problem="not-a-demo"):
            return Line(key="error-home-not-empty", args={"home": home})
        case BadSettings(key=key, problem=problem):
            return Line(key="error-bad-setting", args={"key": key, "problem": problem})
        case SchemaNewerThanCode(revision=revision):
            return Line(key="error-schema-newer", args={"revision": revision})
        case DatabaseUnusable(where=where):
            return Line(key="error-database-unusable", args={"where": where})
        case _:
            return Line(key="error-source-data")


def _nothing(error: NothingInPeriod) -> Line:
    if error.nearest is None:
        return Line(key="error-no-data")
    return Line(key="error-nothing-in-period", args={"nearest": error.nearest})


def _with_nearest(key: str, name: str, nearest: tuple[str, ...], **more: Value) -> Line:
    args: dict[str, Value] = {"name": _short(name), **more}
    if not nearest:
        return Line(key=key, args=args)
    return Line(key=f"{key}-nearest", args={**args, "nearest": Listing(items=nearest, style="or")})


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[:most] + "…"
