"""Which language a text is in, told from its letters and its commonest words."""

from bot.understanding.lexicon import Grammar
from bot.understanding.normalise import clean
from bot.understanding.tokens import Said, take_apart


def language_of(text: str, *, grammar: Grammar) -> str:
    """Guess the locale of a text: en, pl, zh-Hans or zh-Hant; en when nothing tells."""
    said = take_apart(clean(text), contractions={}, variants={})
    code = code_of(said, grammar=grammar)
    if code != "zh":
        return code
    return "zh-Hant" if any(c in grammar.variants for c in said.shown) else "zh-Hans"


def code_of(said: Said, *, grammar: Grammar) -> str:
    """Guess the language whose grammar reads the text: en, pl or zh."""
    if any(token.kind == "han" for token in said.tokens):
        return "zh"
    votes = {language.code: 0 for language in grammar.languages}
    words = [token.form for token in said.tokens if token.kind == "word"]
    lower = said.shown.lower()
    for language in grammar.languages:
        votes[language.code] = sum(word in language.hints for word in words)
        votes[language.code] += 2 * sum(c in language.letters for c in lower)
    best = max(votes.values())
    if best == 0:
        return _by_words(words, grammar=grammar)
    return next(code for code, count in votes.items() if count == best)


def _by_words(words: list[str], *, grammar: Grammar) -> str:
    known = {g.code: sum(word in g.words for word in words) for g in grammar.languages}
    return max(known, key=lambda code: known[code])
