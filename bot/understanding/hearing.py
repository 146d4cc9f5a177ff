"""Takes a text apart into its parts: senses of words, names, numbers, times, quotations, and the features they make."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from bot.store.vocabulary import Vocabulary
from bot.understanding.customer_words import candidates
from bot.understanding.entities import Linker, Named
from bot.understanding.features import SHORT, features
from bot.understanding.heard import Heard
from bot.understanding.language import code_of
from bot.understanding.lexicon import Grammar, Language, Sense
from bot.understanding.normalise import fold
from bot.understanding.numbers import Number, NumberWords, number_words, numbers_in
from bot.understanding.periods import PeriodGrammar, Times, period_grammar, read_times
from bot.understanding.phrases import Forms, Found, longest
from bot.understanding.proper_names import ProperNames
from bot.understanding.spelling import Spelling
from bot.understanding.tokens import Said, Token, take_apart
from bot.understanding.unexplained import strange, unexplained


class CustomerNames(Protocol):
    """Knows which names and keys are customers'."""

    def known(self, candidates: Sequence[str]) -> Mapping[str, str]:
        """Give the spelling on file for each folded candidate that is a customer's name or key."""
        ...


CHANGES = frozenset({"compare", "changed", "real", "why"})
SMALL = frozenset({"about", "from_prep", "another", "that", "me", "no", "yes", "which", "who", "per", "at", "due_mark"})
"""Senses of small English words, which say nothing among words of another language."""


RANKED = frozenset(Sense("concept", name) for name in ("lowest", "highest", "rank"))
"""Where these are said, a word for a kind of place says what is put in order, not one's own place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ear:
    """What is prepared for one language."""

    language: Language
    linker: Linker
    spelling: Spelling
    numbers: NumberWords
    periods: PeriodGrammar


class Hearing:
    """Hears texts in every language of the grammar; prepared once per vocabulary."""

    def __init__(self, vocabulary: Vocabulary, *, grammar: Grammar, customers: CustomerNames | None) -> None:
        self._grammar = grammar
        self._customers = customers
        self._kinds = {(entry.kind, entry.name) for entry in vocabulary.entries}
        self.proper_names = ProperNames(vocabulary, grammar=grammar)
        self._nominative = [pair for lang in grammar.languages for pair in lang.inflection.nominative]
        self._ears = {lang.code: _ear(vocabulary, lang, grammar) for lang in grammar.languages}

    def hear(self, shown: str, *, today: date, after: str | None = None, of_segment: bool = False) -> Heard:
        """Take a cleaned text apart; `after` is the intent of the turn before it, which may have been `of_segment`."""
        rough = take_apart(shown, contractions={}, variants=self._grammar.variants)
        ear = self._ears[code_of(rough, grammar=self._grammar, is_name=self.proper_names.has)]
        said = take_apart(shown, contractions=ear.language.contractions, variants=self._grammar.variants)
        masked = _mask(said)
        forms = _forms(said, ear)
        open_forms: Forms = [() if masked[at] == "data" else found for at, found in enumerate(forms)]
        plain: Forms = [() if masked[at] else found for at, found in enumerate(forms)]
        numbers = [n for n in numbers_in(said.tokens, words=ear.numbers) if not masked[n.first]]
        senses = _composed(self._senses(plain, ear), numbers=numbers)
        names = ear.linker.link(open_forms, heads=_heads(senses))
        names = _sensible(names, senses, said)
        bare = of_segment and said.length <= SHORT
        names = sorted([*names, *self._common_names(senses, names, bare=bare)], key=lambda n: n.first)
        spans = [(f.first, f.last) for f in senses]
        spans += [(n.first, n.last) for n in names] + [(n.first, n.last) for n in numbers]
        left = unexplained(said, spans, language=ear.language)
        times = read_times(
            said.tokens,
            forms=plain,
            numbers=numbers,
            events={n.first: (n.last, n.name) for n in names if n.kind == "named_event"},
            today=today,
            grammar=ear.periods,
            comparing=any(f.value.group == "concept" and f.value.name in CHANGES for f in senses),
            strange=strange(left, said, language=ear.language, forms=plain),
        )
        heard = Heard(
            said=said,
            language=ear.language,
            senses=tuple(_outside(senses, names, times)),
            names=tuple(names),
            numbers=tuple(_free(numbers, times, names)),
            periods=times.periods,
            unread_time=_words(said, times.unread),
            customers=self._known_customers(said, names, senses, ear.language),
            quotes=said.quotes,
            unexplained=left - {at for p in times.periods for at in range(p.first, p.last)} - set(times.unread),
            features=frozenset(),
        )
        return replace(heard, features=frozenset(features(heard)) | {f"after:{after}" if after else "first"})

    def _senses(self, forms: Forms, ear: _Ear) -> list[Found[Sense]]:
        """Give what the words mean; a Chinese or Polish text also speaks the English of the trade."""
        found = ear.language.senses.find(forms)
        if ear.language.code != "en":
            foreign = _foreign(forms, ear.language)
            english = self._grammar.language("en").senses.find(forms)
            found += [f for f in english if f.value.name not in SMALL and any(foreign[f.first : f.last])]
        return _sifted([one for one in found if one.price % 2 == 0])  # 1 is a bent name, which is no word of these

    def _common_names(self, senses: list[Found[Sense]], names: Sequence[Named], *, bare: bool) -> Iterator[Named]:
        """Names that every retailer has and a language has words for: channels, new customers, the purchase journey."""
        for found in senses:
            group, name = found.value
            kind = group.removeprefix("entity.")
            if kind not in {"channel", "journey", "segment", "touchpoint"} or (kind, name) not in self._kinds:
                continue
            if any(found.first < n.last and n.first < found.last for n in names):
                continue
            if kind in {"channel", "touchpoint"} or (bare and kind == "segment") or _needs_no_head(found, kind, senses):
                yield Named(kind=kind, options=(name,), first=found.first, last=found.last)

    def _known_customers(
        self, said: Said, names: Sequence[Named], senses: Sequence[Found[Sense]], language: Language
    ) -> tuple[str, ...]:
        if self._customers is None:
            return ()
        plain = {at for f in senses if not f.gapped and f.last - f.first > 1 for at in range(f.first, f.last)}
        plain |= {at for at, token in enumerate(said.tokens) if token.form in language.function_words}
        words = candidates(said, names, plain=plain, nominative=self._nominative)
        if not words:
            return ()
        known = self._customers.known(tuple(words))
        return tuple(dict.fromkeys(known[one] for one in words if one in known))


def _composed(senses: list[Found[Sense]], *, numbers: Sequence[Number]) -> list[Found[Sense]]:
    """Add the metric that two senses make together wherever they stand: a share of what is negative."""
    metrics = {f.value.name for f in senses if f.value.group == "metric"}
    if metrics == {"volume"} and any(f.value.group in {"value.sentiment", "value.group"} for f in senses):
        return [f for f in senses if f.value.group != "metric"]  # how many were bad is no volume
    counted = {at for n in numbers for at in range(n.first, n.last)}
    shares = [f for f in senses if f.value == Sense("concept", "share") and f.last - 1 not in counted]
    negative = any(f.value == Sense("value.sentiment", "negative") for f in senses)
    if not shares or not negative or metrics - {"volume"}:
        return senses
    said = replace(shares[0], value=Sense("metric", "negative_share"))
    return [*(f for f in senses if f.value.group != "metric"), said]


def _words(said: Said, places: Sequence[int]) -> str:
    """Give the words from the first to the last of these places."""
    return said.between(min(places), max(places) + 1) if places else ""


def _foreign(forms: Forms, language: Language) -> list[bool]:
    """For each token, whether it is written in letters and no word of this language."""
    small = language.function_words
    written = [found[0][0] if found else "" for found in forms]
    return [bool(word) and word.isascii() and word not in language.words and word not in small for word in written]


def _sifted(found: Sequence[Found[Sense]]) -> list[Found[Sense]]:
    """Within a group the longest phrase counts: a response rate is no rate; concepts may lie inside each other."""
    groups: dict[str, list[Found[Sense]]] = {}
    about = [one for one in found if one.value == Sense("concept", "about")]
    found = [one for one in found if one.value.name != "theme_word" or not any(_inside(one, other) for other in about)]
    for one in found:
        groups.setdefault(one.value.group, []).append(one)
    sifted = [one for name, ones in groups.items() for one in (set(ones) if name == "concept" else longest(ones))]
    return sorted(sifted, key=lambda f: (f.first, f.last, f.value))


def _inside(one: Found[Sense], other: Found[Sense]) -> bool:
    longer = other.last - other.first > one.last - one.first
    return longer and other.first <= one.first and one.last <= other.last


def _ear(vocabulary: Vocabulary, language: Language, grammar: Grammar) -> _Ear:
    linker = Linker(vocabulary, language=language, variants=dict(grammar.variants))
    english = grammar.language("en").words
    return _Ear(
        language=language,
        linker=linker,
        spelling=Spelling(
            language.words | linker.words | english, stems=_stems(language), ordinary=_ordinary(language)
        ),
        numbers=number_words(language),
        periods=period_grammar(language),
    )


def _ordinary(language: Language) -> frozenset[str]:
    return frozenset(language.data.get("spelling", {}).get("ordinary", "").split())


def _stems(language: Language) -> Iterator[str]:
    tables = [language.data["concepts"], language.data["metric"], *language.data["values"].values()]
    for table in tables:
        for phrases in table.values():
            for phrase in phrases:
                yield from (
                    fold(word[:-1]) for word in phrase.replace("|", " ").replace("(", " ").split() if word[-1:] == "*"
                )


def _mask(said: Said) -> list[str]:
    """For each token "data" inside a long quotation, "name" inside a short one, "" elsewhere."""
    masks = []
    for token in said.tokens:
        inside = next((q for q in said.quotes if q.start < token.start and token.end < q.end + 1), None)
        masks.append("" if inside is None else "name" if inside.short else "data")
    return masks


def _forms(said: Said, ear: _Ear) -> list[tuple[tuple[str, int], ...]]:
    return [_forms_of(token, ear, proper=_is_proper(said, token)) for token in said.tokens]


def _is_proper(said: Said, token: Token) -> bool:
    """Whether a word inside a text that is not all in capitals is written as a name: Radom is no slip for random."""
    first, rest = said.shown[token.start : token.start + 1], said.shown[token.start + 1 : token.end]
    return token.start > 0 and first.isupper() and rest.islower()


def _forms_of(token: Token, ear: _Ear, *, proper: bool) -> tuple[tuple[str, int], ...]:
    form = token.form
    if token.kind == "number":
        return ((form, 0), ("#", 0))
    if token.kind == "stop" or token.kind != "word":
        return ((form, 0),) if token.kind != "stop" else ()
    forms = [(form, 0), *((other, 1) for other in ear.linker.forms_of(form))]
    forms += [(other, 0) for other in ear.linker.beginning_with(form)]
    near = ear.spelling.nearest(form) if len(forms) == 1 else None
    if near is not None and (not proper or near in ear.linker.words):
        forms.append((near, 2))
    return tuple(forms)


def _heads(senses: Sequence[Found[Sense]]) -> list[tuple[int, int, str]]:
    return [(f.first, f.last, f.value.name) for f in senses if f.value.group in {"head", "dimension"}]


def _sensible(names: Sequence[Named], senses: Sequence[Found[Sense]], said: Said) -> list[Named]:
    """Leave out names that are also ordinary words, where nothing says that the name is meant."""
    quoted = [(q.start, q.end) for q in said.quotes if q.short]
    kept = []
    for name in names:
        place = said.tokens[name.first].start
        if (
            any(start < place < end for start, end in quoted)
            or name.kind
            not in {
                "segment",
                "channel",
                "journey",
                "stage",
            }
            or _needs_no_head(Found(value=Sense("", name.name), first=name.first, last=name.last), name.kind, senses)
        ):
            kept.append(name)
        elif name.others and name.kind == "channel":
            kept.append(replace(name, kind=name.others[0][0], options=(name.others[0][1],)))
    return kept


def _needs_no_head(found: Found[Sense], kind: str, senses: Sequence[Found[Sense]]) -> bool:
    """Whether a word that is also common is meant as the name: a head beside it, or a preposition before it."""
    for sense in senses:
        beside = sense.first == found.last or sense.last == found.first
        if beside and sense.value in {Sense("head", kind), Sense("dimension", kind)}:
            return True
    if kind == "segment" and found.value.name == "new":
        return _beside_other_segment(found, senses)
    if kind == "channel" and found.value.name == "store":
        same = (found.first, found.last)
        return found.last - found.first > 1 and not any(
            (s.first, s.last) == same and s.value.group in {"dimension", "head"} for s in senses
        )
    if kind in {"segment", "channel"}:
        return True
    prepositions = {"from_prep", "compare", "than", "another"}
    return any(
        s.value.group == "concept" and s.value.name in prepositions and found.first - 2 <= s.last <= found.first
        for s in senses
    )


def _beside_other_segment(found: Found[Sense], senses: Sequence[Found[Sense]]) -> bool:
    """Whether the text compares, and names another segment: "business customers are happier than new ones"."""
    compared = any(s.value.group == "concept" and s.value.name in {"compare", "than"} for s in senses)
    others = [s for s in senses if s.value.group == "entity.segment" and s.value.name != "new"]
    return compared and any(s.first != found.first for s in others)


def _outside(senses: Sequence[Found[Sense]], names: Sequence[Named], times: Times) -> Iterator[Found[Sense]]:
    """Senses that are not part of a longer name or of a time expression."""
    spans = [(n.first, n.last) for n in names if n.kind != "channel"]
    ranked = any(f.value in RANKED for f in senses)
    mine = [(f.first, f.last) for f in senses if f.value.group == "value.scope_mine"]
    dims = [f for f in senses if f.value.group == "dimension"]
    if ranked and not any(all(f.last <= a or b <= f.first for a, b in mine) for f in dims):
        mine = []  # "which of my stores": they are what is put in order
    times_spans = [(p.first, p.last) for p in times.periods]
    for found in senses:
        if any(a <= found.first and found.last <= b and b - a > found.last - found.first for a, b in spans):
            continue
        if found.value.group == "dimension" and any(a <= found.first and found.last <= b for a, b in mine):
            continue
        if found.value.group == "dimension" and any(
            n.kind == found.value.name and (n.last == found.first or n.first == found.last) for n in names
        ):
            continue
        inside = any(a <= found.first and found.last <= b for a, b in times_spans)
        if (
            inside
            and found.value.group in {"dimension", "concept"}
            and found.value.name not in {"due_today", "overdue"}
        ):
            continue
        yield found


def _free(numbers: Sequence[Number], times: Times, names: Sequence[Named]) -> Iterator[Number]:
    taken = [(p.first, p.last) for p in times.periods] + [(n.first, n.last) for n in names]
    for number in numbers:
        if not any(a <= number.first and number.last <= b for a, b in taken):
            yield number
