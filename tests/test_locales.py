"""The four catalogues say the same things, say all that the code asks for, and can be said."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain, product
from pathlib import Path

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from bot.capabilities.refuse import REASONS
from bot.messages import Line, Value
from bot.say import FOLDER, LOCALES, Say, catalogue, keys
from metrics.figures import Verdict
from metrics.scope import DIMENSIONS
from metrics.scores.registry import METRICS
from tests.said_keys import SaidKey, said_keys

ENGLISH = "en"
OTHERS = tuple(language for language in LOCALES if language != ENGLISH)
COUNTS = (0, 1, 2, 5, 22)  # in Polish: other wording for none, then one, few, many, few
PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
ROOT = Path(__file__).parent.parent


class Choosing(Visitor):
    """Collects the variables of a message, and of those that choose a form the forms they choose from."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self.forms: dict[str, set[str]] = {}

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's naming
        """Note a variable."""
        self.used.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - the visitor's naming
        """Note what chooses, and from what."""
        if isinstance(node.selector, ast.VariableReference):
            names = {str(one.key.name if isinstance(one.key, ast.Identifier) else "0") for one in node.variants}
            self.forms.setdefault(node.selector.id.name, set()).update(names)
        self.generic_visit(node)


@cache
def messages(language: str) -> dict[str, Choosing]:
    found: dict[str, Choosing] = {}
    for entry in entries(language):
        if isinstance(entry, ast.Message):
            found[entry.id.name] = Choosing()
            found[entry.id.name].visit(entry)
    return found


def entries(language: str) -> Iterator[ast.EntryType]:
    for path in sorted((FOLDER / language).glob("*.ftl")):
        yield from parse(path.read_text(encoding="utf-8")).body


@cache
def counted(key: str) -> frozenset[str]:
    """Name the variables that any language takes for a count."""
    looks = (messages(language).get(key, Choosing()).forms.items() for language in LOCALES)
    return frozenset(name for name, forms in chain.from_iterable(looks) if forms & (PLURALS - {"other"}))


def samples(key: str, look: Choosing) -> Iterator[dict[str, Value]]:
    """Give every mixture of counts and named forms; all other variables are names as they stand."""
    counts = counted(key)
    values: dict[str, tuple[Value, ...]] = {
        name: COUNTS if name in counts else tuple(sorted(look.forms.get(name, set()) | {"Gdańsk"}))
        for name in sorted(look.used)
    }
    for mixture in product(*values.values()):
        yield dict(zip(values, mixture, strict=True))


def all_said() -> list[SaidKey]:
    return [*said_keys(ROOT / "bot"), *said_keys(ROOT / "adapters")]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_lines(language: str) -> None:
    assert set(keys(language)) == set(keys(ENGLISH))


@pytest.mark.parametrize("language", OTHERS)
def test_a_line_stands_in_the_same_file_in_every_language(language: str) -> None:
    english = {key: path.name for key, path in keys(ENGLISH).items()}
    assert {key: path.name for key, path in keys(language).items()} == english


@pytest.mark.parametrize("language", OTHERS)
def test_a_line_says_the_same_values_in_every_language(language: str) -> None:
    english, other = messages(ENGLISH), messages(language)
    different = {key: (look.used, other[key].used) for key, look in english.items() if look.used != other[key].used}
    assert different == {}


@pytest.mark.parametrize("language", LOCALES)
def test_no_file_has_a_line_that_cannot_be_read(language: str) -> None:
    assert [entry.content for entry in entries(language) if isinstance(entry, ast.Junk)] == []


@pytest.mark.parametrize("language", LOCALES)
def test_no_line_stands_twice(language: str) -> None:
    counts = Counter(entry.id.name for entry in entries(language) if isinstance(entry, ast.Message))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", LOCALES)
def test_every_line_can_be_said_with_any_count(language: str) -> None:
    say, sentences = Say(language), catalogue(language)
    for key, look in messages(language).items():
        assert sentences.has(key)
        for arguments in samples(key, look):
            said = say.text(Line(key=key, args=arguments))
            assert said, key
            assert "{" not in said, key


def test_polish_that_tells_one_from_more_tells_two_from_five() -> None:
    # "2 sprawy" but "5 spraw": a line with a form for one and none for a few would say both alike.
    forms = [(key, found) for key, look in messages("pl").items() for found in look.forms.values()]
    assert [key for key, found in forms if "one" in found and "few" not in found] == []


def test_every_line_the_code_says_stands_in_the_catalogue() -> None:
    known = keys(ENGLISH)
    said = all_said()
    missing = [one for one in said if not any(re.fullmatch(one.pattern, key) for key in known)]
    assert missing == []
    assert sum(one.exact for one in said) > 50  # the reading of the code finds something to check


def test_every_closed_set_the_code_builds_keys_from_is_in_the_catalogue() -> None:
    wanted = {
        *(f"refuse-{reason.replace('_', '-')}" for reason in REASONS),
        *(f"verdict-{verdict.value}" for verdict in Verdict),
        *(f"{what}-{verdict.value}" for what in ("change", "difference") for verdict in Verdict),
        *(f"dimension-{name}" for name in DIMENSIONS),
        *(f"metric-{metric.id.replace('_', '-')}-name" for metric in METRICS.values()),
        *(metric.meaning_key for metric in METRICS.values()),
    }
    assert wanted - set(keys(ENGLISH)) == set()
