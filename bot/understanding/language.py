"""Which language a text is in, told from its letters and its commonest words; names tell nothing."""

from collections.abc import Callable

from bot.understanding.lexicon import Grammar, Language
from bot.understanding.normalise import clean
from bot.understanding.tokens import Said, Token, take_apart

IsName = Callable[[str], bool]
"""Whether a folded word may be a form of somebody's or some place's name."""


def language_of(text: str, *, grammar: Grammar, is_name: IsName) -> str:
    """Guess the locale of a text: en, pl, zh-Hans or zh-Hant; en when nothing tells."""
    said = take_apart(clean(text), contractions={}, variants={})
    code = code_of(said, grammar=grammar, is_name=is_name)
    if code != "zh":
        return code
    return "zh-Hant" if any(c in grammar.variants for c in said.shown) else "zh-Hans"


def code_of(said: Said, *, grammar: Grammar, is_name: IsName) -> str:
    """Guess the language whose grammar reads the text: en, pl or zh."""
    words = [token for token in said.tokens if token.kind == "word" and not is_name(token.form)]
    if any(token.kind == "han" for token in said.tokens) and not _only_names_are_han(said, words):
        return "zh"
    votes = {language.code: sum(token.form in language.hints for token in words) for language in grammar.languages}
    spelt = [token.form for token in said.tokens if token.kind == "word" and len(token.form) >= 4]
    for language in grammar.languages:
        endings = tuple(language.data.get("endings", ()))
        votes[language.code] += sum(form.endswith(endings) for form in spelt) if endings else 0
        marked = [token for token in words if not _is_capitalised(token, said)]
        votes[language.code] += 2 * sum(c in language.letters for t in marked for c in _written(t, said))
    best = max(votes.values())
    if best == 0:
        return _by_words([token.form for token in words], grammar=grammar)
    return next(code for code, count in votes.items() if count == best)


def _only_names_are_han(said: Said, words: list[Token]) -> bool:
    """Whether most of the text is in letters, and a few characters among them spell a name: "open the file of 张伟"."""
    han = sum(token.kind == "han" for token in said.tokens)
    letters = [token for token in words if not token.form.isupper()]
    return len(letters) >= 3 and han <= 4 and han < len(letters)


def _is_capitalised(token: Token, said: Said) -> bool:
    """Whether a word inside the sentence is written like a name."""
    return token.start > 0 and said.shown[token.start].isupper()


def _written(token: Token, said: Said) -> str:
    return said.shown[token.start : token.end].lower()


def _by_words(words: list[str], *, grammar: Grammar) -> str:
    known = {g.code: sum(_is_known(word, g) for word in words) for g in grammar.languages}
    return max(known, key=lambda code: known[code])


def _is_known(word: str, language: Language) -> bool:
    """Whether it is a word of the language, or bent from one of five letters or more."""
    return word in language.words or any(word[:length] in language.words for length in range(5, len(word)))
