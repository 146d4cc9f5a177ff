"""The sentences of a language, from its files: each is parsed when it is first said, for an answer says few."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*)[ \t]*=", re.MULTILINE)
"""Where a sentence begins: its key at the beginning of a line."""
REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")
"""Another sentence, or a term, put into one."""


class Catalogue:
    """The files of a folder as one catalogue; `locale` decides about plural forms."""

    def __init__(self, folder: Path, *, locale: str) -> None:
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._unparsed: dict[str, str] = {}
        for path in sorted(folder.glob("*.ftl")):
            text = path.read_text(encoding="utf-8")
            found = list(ENTRY.finditer(text))
            ends = [entry.start() for entry in found[1:]] + [len(text)]
            for entry, end in zip(found, ends, strict=True):
                self._unparsed.setdefault(entry.group(1), text[entry.start() : end])

    def has(self, key: str) -> bool:
        """Say whether there is such a sentence."""
        return key in self._unparsed

    def said(self, key: str, arguments: Mapping[str, Any]) -> tuple[str, list[Any]]:
        """Give the sentence with the arguments in it, and what went wrong."""
        if not self._bundle.has_message(key):
            self._parse(key)
        pattern = self._bundle.get_message(key).value if self._bundle.has_message(key) else None
        if pattern is None:
            return "", ["no text"]
        text, problems = self._bundle.format_pattern(pattern, dict(arguments))
        return str(text), list(problems)

    def _parse(self, key: str) -> None:
        """Take in the sentence, and before it those it refers to."""
        text = self._unparsed[key]
        for other in REFERENCE.findall(text):
            if other in self._unparsed and other != key:
                self._parse(other)
        self._bundle.add_resource(FluentResource(text))
