"""The small language of derived attributes: columns, dates, numbers, comparison, and, or, not.

    late = "date(order_delivered_customer_date) > date(order_estimated_delivery_date)"

An empty cell is unknown, and what compares with it is unknown too (`and`, `or` and `not` are three-valued). Columns
whose names are no identifiers are written col("Order date"). Nothing else of Python is understood.
"""

import ast
from collections.abc import Callable, Mapping
from datetime import date, datetime
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from metrics.errors import BadMap
from metrics.ingest.dates import ReadDate
from metrics.ingest.numbers import read_number
from metrics.ingest.reasons import Reason, Rejected

Value = str | float | bool | date | None
Cell = Callable[[str], str | None]
"""Gives a row's cell by column; None where it is empty."""
Evaluate = Callable[[Cell], Value]

LONGEST = 500
_COMPARE: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: lt, ast.LtE: le, ast.Gt: gt, ast.GtE: ge, ast.Eq: eq, ast.NotEq: ne,
}  # fmt: skip
_CALLS = ("date", "datetime", "number", "col")


class Expression:
    """A parsed expression; `columns` are those it reads."""

    def __init__(self, text: str, *, key: str, read_date: ReadDate, timezone: Callable[[datetime], datetime]) -> None:
        """Parse it; raises BadMap at `key`. `timezone` brings an instant to the source's local time."""
        self._key = key
        self._read_date = read_date
        self._local = timezone
        self._columns: set[str] = set()
        self._evaluate = self._compile(_parse(text, key=key))

    @property
    def columns(self) -> frozenset[str]:
        """The columns it reads."""
        return frozenset(self._columns)

    def attribute(self, cell: Cell) -> str | None:
        """Evaluate it for a row, as an attribute's text; None: unknown. Raises Rejected for a cell it cannot read."""
        value = self._evaluate(cell)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, float):
            return f"{value:g}"
        return value.isoformat() if isinstance(value, date) else value

    def _compile(self, node: ast.expr) -> Evaluate:
        match node:
            case ast.BoolOp(op=op, values=values):
                return _either([self._compile(value) for value in values], stop=isinstance(op, ast.Or))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return _negated(self._compile(operand))
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARE:
                return _compared(self._compile(left), self._compile(right), _COMPARE[type(op)])
            case ast.Constant(value=value) if isinstance(value, str | int | float):
                constant = value if isinstance(value, str | bool) else float(value)
                return lambda _: constant
            case ast.Name(id=name):
                return self._column(name)
            case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if name in _CALLS:
                return self._call(name, argument)
        raise BadMap(self._key, "bad-expression")

    def _column(self, name: str) -> Evaluate:
        self._columns.add(name)
        return lambda cell: cell(name)

    def _call(self, name: str, argument: ast.expr) -> Evaluate:
        if name == "col":
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                return self._column(argument.value)
            raise BadMap(self._key, "bad-expression")
        inner = self._compile(argument)
        read: Mapping[str, Callable[[str], Value]] = {
            "date": lambda text: self._local(self._read_date(text)).date(),
            "datetime": lambda text: self._local(self._read_date(text)),
            "number": read_number,
        }
        return lambda cell: None if (value := inner(cell)) is None else read[name](str(value))


def _parse(text: str, *, key: str) -> ast.expr:
    if len(text) > LONGEST:
        raise BadMap(key, "bad-expression")
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        raise BadMap(key, "bad-expression") from problem


def _either(operands: list[Evaluate], *, stop: bool) -> Evaluate:
    """Kleene's or (stop=True) and and (stop=False): a deciding value decides, else unknown stays unknown."""

    def evaluate(cell: Cell) -> Value:
        values = [_truth(operand(cell)) for operand in operands]
        if stop in values:
            return stop
        return None if None in values else not stop

    return evaluate


def _negated(operand: Evaluate) -> Evaluate:
    def evaluate(cell: Cell) -> Value:
        value = _truth(operand(cell))
        return None if value is None else not value

    return evaluate


def _compared(left: Evaluate, right: Evaluate, compare: Callable[[Any, Any], bool]) -> Evaluate:
    def evaluate(cell: Cell) -> Value:
        a, b = left(cell), right(cell)
        if a is None or b is None:
            return None
        a, b = _alike(a, b), _alike(b, a)
        try:
            return compare(a, b)
        except TypeError as problem:
            raise Rejected(Reason.BAD_NUMBER) from problem

    return evaluate


def _alike(value: Value, other: Value) -> Value:
    """Read text beside a number as a number, and beside a day as a day."""
    if not isinstance(value, str):
        return value
    if isinstance(other, float) and not isinstance(other, bool):
        return read_number(value)
    if isinstance(other, date):
        try:
            return datetime.fromisoformat(value).date()
        except ValueError as problem:
            raise Rejected(Reason.BAD_DATE) from problem
    return value


def _truth(value: Value) -> bool | None:
    """Take a comparison's outcome, or the word true or false in a cell; anything else is unknown."""
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.casefold())
    return value if isinstance(value, bool) else None
