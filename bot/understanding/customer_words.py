"""Words of a text that may be a customer's name or key, to be looked up."""

from collections.abc import Collection, Iterator, Sequence

from bot.understanding.entities import Named
from bot.understanding.tokens import Said, Token


def candidates(
    said: Said, names: Sequence[Named], *, plain: Collection[int], nominative: Sequence[tuple[str, str]]
) -> list[str]:
    """Stretches that may be a customer's name or key: figures of three digits or more, capitalised pairs, Han pairs.

    `plain` are places of words that mean something; a name in Han characters holds none of them.
    """
    taken = {at for name in names if name.kind != "person" for at in range(name.first, name.last)}
    found: list[str] = []
    for at, token in enumerate(said.tokens):
        if at in taken:
            continue
        if token.kind == "number" and token.form.isdigit() and len(token.form) >= 3:
            found.append(token.form)
        elif token.kind == "word" and said.shown[token.start].isupper():
            found += _pair(said, at, nominative)
        elif token.kind == "han":
            found += _han(said.tokens, at, plain=plain)
    return found[:200]


def _pair(said: Said, at: int, nominative: Sequence[tuple[str, str]]) -> Iterator[str]:
    if at + 1 < len(said.tokens) and said.tokens[at + 1].kind == "word":
        second = said.tokens[at + 1]
        if said.shown[second.start].isupper() and second.start > said.tokens[at].start:
            for first_form in _nominative(said.tokens[at].form, nominative):
                for second_form in _nominative(second.form, nominative):
                    yield f"{first_form} {second_form}"


def _nominative(word: str, endings: Sequence[tuple[str, str]]) -> list[str]:
    """Give the word, and what it would be as the subject of a sentence if it were bent."""
    found = [word]
    for ending, plain in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            found.append(word[: -len(ending)] + plain)
    return list(dict.fromkeys(found))


def _han(tokens: Sequence[Token], at: int, *, plain: Collection[int]) -> Iterator[str]:
    for length in (3, 2, 4):
        run = tokens[at : at + length]
        if at not in plain and at + 1 not in plain and len(run) == length and all(token.kind == "han" for token in run):
            yield "".join(token.form for token in run)
