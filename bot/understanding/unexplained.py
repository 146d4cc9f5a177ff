"""Words of a text that nothing heard in it explains: the main sign that the text means more than was understood."""

from collections.abc import Iterable, Sequence

from bot.understanding.lexicon import Language
from bot.understanding.tokens import Said

Span = tuple[int, int]


def unexplained(said: Said, spans: Iterable[Span], *, language: Language) -> frozenset[int]:
    """Give the places of content words outside all spans; quotations and the small words of a language are none."""
    covered = {at for first, last in spans for at in range(first, last)}
    left = {
        at
        for at, token in enumerate(said.tokens)
        if at not in covered
        and token.kind in {"word", "han"}
        and token.form not in language.function_words
        and not any(q.start < token.start < q.end for q in said.quotes)
    }
    han = {at for at, token in enumerate(said.tokens) if token.kind == "han" and at not in covered}
    left |= {at for at in han - left if at - 1 in left & han and at + 1 in left & han}  # inside a name: 拉多姆
    return frozenset(at for at in left if said.tokens[at].kind == "word" or _has_neighbour(at, left))


def _has_neighbour(at: int, left: set[int]) -> bool:
    """Leave out a single Han character between things understood: a particle more often than a word."""
    return at - 1 in left or at + 1 in left


def strange(
    places: Iterable[int], said: Said, *, language: Language, forms: Sequence[Sequence[tuple[str, int]]]
) -> frozenset[int]:
    """Of unexplained words, give those that are not even part of a phrase the language knows."""
    return frozenset(
        at
        for at in places
        if said.tokens[at].kind == "word" and not any(form in language.words for form, _ in forms[at])
    )


def ordinary_places(said: Said, *, language: Language) -> set[int]:
    """Give the places of ordinary words; those written without spaces are found among the characters."""
    words = language.data["strange"]["ordinary"]
    forms = [token.form for token in said.tokens]
    known = frozenset(words)
    found = {at for at, form in enumerate(forms) if form in known}
    joined = [word for word in words if len(word) > 1 and "\u3400" <= word[0] <= "\u9fff"]
    for at in range(len(forms)):
        for word in joined:
            if tuple(forms[at : at + len(word)]) == tuple(word):
                found |= set(range(at, at + len(word)))
    return found
