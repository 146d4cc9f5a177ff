"""Time expressions in a text. What cannot be read is reported, never passed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from bot.understanding.calendar_words import Span, between, build, fixed, plain_days, since
from bot.understanding.lexicon import Language
from bot.understanding.numbers import Number
from bot.understanding.phrases import Forms
from bot.understanding.tokens import Token

YEARS = range(1990, 2041)
UNTIL = frozenset({"to", "until", "till", "through", "do"})
"""Words between two months that say from the one to the other."""
FEW = 3
"""So few tokens may be a period by themselves."""


class Atom(NamedTuple):
    """A piece of a time expression: tokens up to `last`."""

    name: str
    value: Any
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFound:
    """A time expression, tokens `first` to before `last`."""

    span: Span
    first: int
    last: int
    paired: bool = False
    """Whether it is one end of "between September and October" where the two are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """All time expressions of a text; `unread` are places of time words that make none of them."""

    periods: tuple[PeriodFound, ...]
    unread: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodGrammar:
    """The patterns of a language, each spelt out without optional atoms, by the builder they belong to."""

    language: Language
    patterns: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    """By their first atom."""
    ordinals: Mapping[str, int]
    suffixes: frozenset[str]
    risky: frozenset[str]
    loose: frozenset[str]
    """Words that begin a time expression only where one follows: Polish "od" is "since" and "from"."""


def period_grammar(language: Language) -> PeriodGrammar:
    """Compile the period patterns of a grammar file."""
    data = language.data["period"]
    patterns = [
        (spelt, builder)
        for builder, texts in data["patterns"].items()
        for text in texts
        for spelt in _spell_out(tuple(text.split()))
    ]
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for pattern in dict.fromkeys(patterns):
        by_first.setdefault(pattern[0][0], []).append(pattern)
    return PeriodGrammar(
        language=language,
        patterns=by_first,
        ordinals=data["ordinals"]["words"],
        suffixes=frozenset(data["ordinals"]["suffixes"]),
        risky=frozenset(data["months"].get("risky", ())),
        loose=frozenset(data.get("loose", ())),
    )


def read_times(
    tokens: Sequence[Token],
    *,
    forms: Forms,
    numbers: Sequence[Number],
    events: Mapping[int, tuple[int, str]],
    today: date,
    grammar: PeriodGrammar,
    strange: frozenset[int] = frozenset(),
    comparing: bool = False,
) -> Times:
    """Find every time expression, the longest first at each place.

    `events`: named events by their first token. `strange`: places of words that nothing else explains; after "last"
    they are a time that cannot be read. `comparing`: the text asks about a change or a difference, so that two whole
    months or quarters are set against each other, not joined.

    What has the form of a time but names no day (30th February) is unread whole.
    """
    reader = _Reader(tokens, forms=forms, numbers=numbers, events=events, today=today, grammar=grammar)
    found: list[PeriodFound] = []
    at = 0
    impossible: set[int] = set()
    while at < len(tokens):
        pair = reader.pair_at(at) if comparing else ()
        if pair:
            found += pair
            at = pair[-1].last
            continue
        best = reader.longest_at(at)
        failed = reader.failed_at.get(at, 0)
        if failed > (best.last if best is not None else at):
            impossible |= set(range(at, failed))
            at = failed
        elif best is None:
            at += 1
        else:
            found.append(best)
            at = best.last
    bare = reader.bare_last(found)
    found += [bare] if bare is not None else []
    covered = {at for period in found for at in range(period.first, period.last)}
    unread_beside = (reader.unreadable - covered) | reader.parts(found)
    part = [period for period in found if not {period.first - 1, period.last}.isdisjoint(unread_beside)]
    found = [period for period in found if period not in part]  # "summer 2026" is not all of 2026
    covered -= {at for period in part for at in range(period.first, period.last)}
    impossible |= {at for period in part for at in range(period.first, period.last)}
    unread = reader.unreadable | reader.dangling(strange) | impossible
    return Times(periods=tuple(found), unread=tuple(at for at in sorted(unread) if at not in covered))


class _Reader:
    def __init__(
        self,
        tokens: Sequence[Token],
        *,
        forms: Forms,
        numbers: Sequence[Number],
        events: Mapping[int, tuple[int, str]],
        today: date,
        grammar: PeriodGrammar,
    ) -> None:
        self._today = today
        self._grammar = grammar
        self._tokens = tokens
        self.unreadable: set[int] = set()
        self.failed_at: dict[int, int] = {}
        """By its first token, the end of the longest expression that has the form of a time and is none."""
        self._no_dates = {at for at, token in enumerate(tokens) if token.kind == "date"}
        self._atoms: list[list[Atom]] = [[] for _ in tokens]
        for number in numbers:
            self._atoms[number.first] += _of_number(number, tokens[number.first])
        for first, (last, name) in events.items():
            self._atoms[first].append(Atom("event", name, last))
        for at, token in enumerate(tokens):
            self._atoms[at] += self._of_token(token, at)
            self._atoms[at] += self._of_words(forms, at, tokens)

    def dangling(self, strange: frozenset[int]) -> set[int]:
        """Places that began a time expression: "since" or "last" something unknown, a date that does not exist."""
        begun = {
            at
            for at, atoms in enumerate(self._atoms)
            if any(
                (atom.name in {"since", "since_after"} and self._said(at, atom.last) not in self._grammar.loose)
                or (atom.name == "last" and atom.last in strange)
                for atom in atoms
            )
        }
        return begun | self._no_dates

    def parts(self, found: Sequence[PeriodFound]) -> set[int]:
        """Places of words that say a part of the period beside them: "early October", "10月底"."""
        starts, ends = {period.first for period in found}, {period.last for period in found}
        before = {last - 1 for atoms in self._atoms for name, _, last in atoms if name == "part_of" and last in starts}
        after = {at for at in ends if at < len(self._atoms) and any(a.name == "part_after" for a in self._atoms[at])}
        return before | after

    def bare_last(self, found: Sequence[PeriodFound]) -> PeriodFound | None:
        """Read a text that ends in "last": "this quarter against last", "and the last?"."""
        end = len(self._tokens)
        while end and self._tokens[end - 1].kind == "stop":
            end -= 1
        if not end or not (found or end <= FEW) or any(period.last >= end for period in found):
            return None
        if any(atom.name == "last" and atom.last == end for atom in self._atoms[end - 1]):
            return PeriodFound(span=Span(value="previous"), first=end - 1, last=end)
        return None

    def pair_at(self, at: int) -> tuple[PeriodFound, ...]:
        """Give the two whole months, quarters or years of "between X and Y" or "from X to Y" that begin here."""
        starts = [atom.last for atom in self._atoms[at] if atom.name == "from" and atom.last < len(self._atoms)]
        starts += [at] if self._grammar.language.code == "zh" else []  # 9月到10月 needs no word for "from"
        for begin in starts:
            for middle, start in self._primary(begin):
                for last, end, first in self._linked(middle):
                    if _alike(start, end):
                        return (
                            PeriodFound(span=start, first=at, last=middle, paired=True),
                            PeriodFound(span=end, first=first, last=last, paired=True),
                        )
        return ()

    def _linked(self, at: int) -> list[tuple[int, Span, int]]:
        """Give what follows "and" or "to": where it ends, what it is, where it begins."""
        atoms = self._atoms[at] if at < len(self._atoms) else []
        places = [atom.last for atom in atoms if atom.name in {"to", "dash"} and atom.last < len(self._atoms)]
        return [(last, span, place) for place in places for last, span in self._primary(place)]

    def _said(self, first: int, last: int) -> str:
        return "".join(token.form for token in self._tokens[first:last])

    def longest_at(self, at: int) -> PeriodFound | None:
        """Give the longest time expression that begins here."""
        options = self._primary(at) + self._ranges(at)
        if not options:
            return None
        last, span = max(options, key=lambda option: option[0])
        return PeriodFound(span=span, first=at, last=last)

    def _primary(self, at: int) -> list[tuple[int, Span]]:
        found = [(atom.last, fixed(atom.value, today=self._today)) for atom in self._atoms[at] if atom.name == "fixed"]
        names = {atom.name for atom in self._atoms[at]}
        for pattern, builder in (one for name in names for one in self._grammar.patterns.get(name, ())):
            for last, parts in self._match(pattern, at):
                span = build(builder, parts, today=self._today)
                if span is not None:
                    found.append((last, span))
                else:
                    self.failed_at[at] = max(last, self.failed_at.get(at, 0))
        return found

    def _match(self, pattern: tuple[str, ...], at: int) -> list[tuple[int, dict[str, list[Any]]]]:
        paths: list[tuple[int, dict[str, list[Any]]]] = [(at, {})]
        for name in pattern:
            following = []
            for place, parts in paths:
                if place >= len(self._atoms):
                    continue
                for atom in self._atoms[place]:
                    if atom.name == name:
                        following.append((atom.last, {**parts, name: [*parts.get(name, []), atom.value]}))  # noqa: PERF401
            paths = following
        return paths

    def _ranges(self, at: int) -> list[tuple[int, Span]]:
        found: list[tuple[int, Span]] = []
        for atom in self._atoms[at]:
            if atom.name == "since":
                found += self._since(atom.last)
            if atom.name == "from":
                found += self._from_to(atom.last, link="to", begun=at)
        if self._range_begins(at):
            found += self._from_to(at, link="to", begun=at)
        found += self._onwards(at)
        return found + self._from_to(at, link="dash", begun=at)

    def _range_begins(self, at: int) -> bool:
        """Whether a month stands here and a word that can only mean "until" behind it: "Oct to Nov 2025"."""
        following = [last for last, span in self._primary(at) if _is_month(span) and last < len(self._tokens)]
        return any(self._tokens[last].form in UNTIL for last in following)

    def _onwards(self, at: int) -> list[tuple[int, Span]]:
        """Read "1 September onwards", where the word for since comes after."""
        found = []
        for middle, span in self._primary(at):
            ends = [a.last for a in self._atoms[middle] if a.name == "onwards"] if middle < len(self._atoms) else []
            open_span = since(plain_days(span, today=self._today)) if ends else None
            if open_span is not None:
                found.append((max(ends), open_span))
        return found

    def _since(self, at: int) -> list[tuple[int, Span]]:
        found = []
        for last, span in self._primary(at) if at < len(self._atoms) else []:
            open_span = since(plain_days(span, today=self._today))
            if open_span is not None:
                found.append((last, open_span))
        return found

    def _from_to(self, at: int, *, link: str, begun: int) -> list[tuple[int, Span]]:
        found = []
        for middle, start in self._primary(at) if at < len(self._atoms) else []:
            for atom in self._atoms[middle] if middle < len(self._atoms) else []:
                if atom.name != link or atom.last >= len(self._atoms):
                    continue
                for last, end in self._primary(atom.last):
                    span = between(plain_days(start, today=self._today), plain_days(end, today=self._today))
                    if span is not None:
                        found.append((last, span))
                    else:
                        self.failed_at[begun] = max(last, self.failed_at.get(begun, 0))
        return found

    def _of_token(self, token: Token, at: int) -> list[Atom]:
        if token.kind == "date":
            return _of_date(token.form, at)
        if token.form in self._grammar.suffixes:
            return [Atom("ordinal_suffix", token.form, at + 1)]
        if token.form in self._grammar.ordinals:
            value = self._grammar.ordinals[token.form]
            return [Atom("ordinal", value, at + 1), Atom("day_num", value, at + 1)]
        if token.form == "-":
            return [Atom("dash", "-", at + 1), Atom("to", "-", at + 1)]
        stops = {",": "comma", ".": "dot"}
        return [Atom(stops[token.form], token.form, at + 1)] if token.form in stops else []

    def _of_words(self, forms: Forms, at: int, tokens: Sequence[Token]) -> list[Atom]:
        atoms = []
        for found in self._grammar.language.atoms.at(forms, at):
            group, name = found.value
            if group == "unreadable":
                self.unreadable |= set(range(found.first, found.last))
            elif group == "unit":
                atoms += _unit_atoms(name, found.last)
            elif group in {"month", "weekday"}:
                atoms += self._named(group, int(name), tokens[at].form, found.last, at)
            else:
                atoms.append(Atom("fixed" if group == "fixed" else name, name, found.last))
        return atoms

    def _named(self, group: str, value: int, form: str, last: int, at: int) -> list[Atom]:
        """Give a month or weekday; one that is also a common word counts only beside other time words."""
        if form in self._grammar.risky and not (self._near_time(at - 1) or self._number_follows(last)):
            return []
        self.unreadable.add(at)
        return [Atom(group, value, last)]

    def _near_time(self, at: int) -> bool:
        return at >= 0 and any(
            atom.name in {"since", "from", "last", "past", "of", "day_num", "this", "to", "the", "part_of"}
            for atom in self._atoms[at]
        )

    def _number_follows(self, at: int) -> bool:
        return at < len(self._atoms) and any(atom.name in {"year", "day_num"} for atom in self._atoms[at])


def _is_month(span: Span) -> bool:
    return isinstance(span.value, str) and len(span.value) == 7 and span.value[5:].isdigit()


def _alike(one: Span, other: Span) -> bool:
    """Whether both are whole months, quarters or years written alike, such as 2026-09 and 2026-10."""
    return (
        isinstance(one.value, str)
        and isinstance(other.value, str)
        and len(one.value) == len(other.value) <= 7
        and one.value[:2] == other.value[:2] == "20"
        and one.value != other.value
    )


def _unit_atoms(unit: str, last: int) -> list[Atom]:
    atoms = [Atom("unit", unit, last), Atom("unit_past", unit, last)]
    return [*atoms, Atom("unit_y", unit, last)] if unit == "y" else atoms


def _of_number(number: Number, token: Token) -> list[Atom]:
    if number.percent or number.money or number.scaled:
        return []
    atoms = [Atom("num", number.value, number.last)]
    if number.digits and number.value in YEARS and len(token.form) == 4:
        atoms.append(Atom("year", number.value, number.last))
    elif number.digits and 1000 <= number.value < 3000 and len(token.form) == 4:
        atoms.append(Atom("no_year", number.value, number.last))
    if 1 <= number.value <= 31 and number.value == int(number.value) and (number.digits or token.kind == "han"):
        atoms.append(Atom("day_num", number.value, number.last))
    return atoms


def _of_date(written: str, at: int) -> list[Atom]:
    """Give a date in figures: 2018-03-05, 5.3.2018, 2018-03, 2018-Q1. One that does not exist is no atom."""
    if "q" in written:
        of_year, _, quarter = written.replace("-", "").partition("q")
        return [Atom("iso_quarter", (int(of_year), int(quarter)), at + 1)]
    if "w" in written:
        of_year, _, week = written.replace("-", "").partition("w")
        return [Atom("iso_week", (int(of_year), int(week)), at + 1)]
    pieces = [int(piece) for piece in written.replace(".", "-").replace("/", "-").split("-")]
    if len(pieces) == 2:
        return [Atom("iso_month", (pieces[0], pieces[1]), at + 1)]
    year, month, day = pieces if pieces[0] > 31 else reversed(pieces)
    try:
        return [Atom("iso_date", date(year, month, day), at + 1)]
    except ValueError:
        return []


def _spell_out(pattern: tuple[str, ...]) -> list[tuple[str, ...]]:
    spelt: list[tuple[str, ...]] = [()]
    for name in pattern:
        if name.endswith("?"):
            spelt = [*spelt, *((*head, name[:-1]) for head in spelt)]
        else:
            spelt = [(*head, name) for head in spelt]
    return [pattern for pattern in spelt if pattern]
