"""Customers and operators are spoken to alike in four languages."""

from pathlib import Path

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

LOCALES = Path(__file__).parents[2] / "bot" / "locales"


class Variables(Visitor):
    """Collects the variables of a pattern."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 the library calls it by this name
        self.names.add(node.id.name)


def lines(language: str, feature: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in parse((LOCALES / language / f"{feature}.ftl").read_text(encoding="utf-8")).body:
        assert isinstance(entry, ast.Message)
        variables = Variables()
        variables.visit(entry)
        found[entry.id.name] = variables.names
    return found


@pytest.mark.parametrize("feature", ["surveys", "serve"])
@pytest.mark.parametrize("language", ["pl", "zh-Hans", "zh-Hant"])
def test_every_line_is_said_in_every_language_with_the_same_facts(language: str, feature: str) -> None:
    assert lines(language, feature) == lines("en", feature)
