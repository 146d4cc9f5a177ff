"""The keys of lines as they stand in the code, read from its syntax without running it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidKey:
    """A key the code says, as a pattern: the changing parts of an f-string match anything."""

    pattern: str
    exact: bool
    where: str


def said_keys(folder: Path) -> Iterator[SaidKey]:
    """Read the key of every `Line(key=...)` below a folder, through the names that carry it."""
    for path in sorted(folder.rglob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        for scope, call in _lines(module):
            for expression in _key_of(call):
                for pattern, exact in _patterns(expression, scope=scope, module=module, seen=frozenset()):
                    yield SaidKey(pattern=pattern, exact=exact, where=f"{path.name}:{call.lineno}")


def _lines(module: ast.Module) -> Iterator[tuple[Function | ast.Module, ast.Call]]:
    inside: set[ast.AST] = set()
    for scope in [*(node for node in ast.walk(module) if isinstance(node, Function)), module]:
        for node in ast.walk(scope):
            if isinstance(node, ast.Call) and _called(node) == "Line" and node not in inside:
                inside.add(node)
                yield scope, node


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _key_of(call: ast.Call, name: str = "key") -> list[ast.expr]:
    return [keyword.value for keyword in call.keywords if keyword.arg == name]


def _patterns(
    expression: ast.expr, *, scope: Function | ast.Module, module: ast.Module, seen: frozenset[str]
) -> Iterator[tuple[str, bool]]:
    match expression:
        case ast.Constant(value=str(text)):
            yield re.escape(text), True
        case ast.JoinedStr(values=parts):
            yield "".join(_part(part) for part in parts), False
        case ast.Name(id=name) if name not in seen:
            for bound in _bound(name, scope=scope, module=module):
                yield from _patterns(bound, scope=scope, module=module, seen=seen | {name})
        case _:
            for one in _alternatives(expression):
                yield from _patterns(one, scope=scope, module=module, seen=seen)


def _alternatives(expression: ast.expr) -> list[ast.expr]:
    match expression:
        case ast.IfExp(body=one, orelse=other):
            return [one, other]
        case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
            return items
        case _:
            return []


def _part(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"


def _bound(name: str, *, scope: Function | ast.Module, module: ast.Module) -> Iterator[ast.expr]:
    """What a name stands for: assigned here or at the top of the module, looped over, or handed in by a caller."""
    yield from _assigned(name, list(ast.walk(scope)))
    yield from _assigned(name, list(module.body))
    if isinstance(scope, Function):
        yield from _handed_in(name, scope=scope, module=module)


def _assigned(name: str, nodes: list[ast.AST] | list[ast.stmt]) -> Iterator[ast.expr]:
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                yield value
            case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target == name:
                yield value
            case ast.comprehension(target=ast.Name(id=target), iter=value) if target == name:
                yield value


def _handed_in(name: str, *, scope: Function, module: ast.Module) -> Iterator[ast.expr]:
    positions = [argument.arg for argument in scope.args.args]
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and _called(call) == scope.name:
            yield from _key_of(call, name)
            if name in positions and positions.index(name) < len(call.args):
                yield call.args[positions.index(name)]
