"""Reads prompts: one Markdown file each, with its name, version and inputs at its head."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
_HEAD = re.compile(r"---\nname: (?P<name>[a-z_]+)\nversion: (?P<version>\d+)\ninputs: \[(?P<inputs>[a-z_, ]*)\]\n---\n")
_INPUT = re.compile(r"\{\{ ([a-z_]+) \}\}")


class BadPrompt(Exception):
    """A prompt without a proper head, or with inputs other than those it declares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """Words for the language model. `text` has {{ input }} where an input goes."""

    name: str
    version: int
    inputs: frozenset[str]
    text: str

    @property
    def id(self) -> str:
        """Its name with its version, as a reply records it: understand@1."""
        return f"{self.name}@{self.version}"

    def filled(self, inputs: Mapping[str, str]) -> str:
        """Put the inputs in; raises BadPrompt unless exactly the declared ones are given."""
        if set(inputs) != self.inputs:
            raise BadPrompt(self.id, sorted(set(inputs) ^ self.inputs))
        return _INPUT.sub(lambda found: inputs[found[1]], self.text)


def load_prompt(name: str) -> Prompt:
    """Read the prompt of that name; raises BadPrompt."""
    raw = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    head = _HEAD.match(raw)
    if head is None or head["name"] != name:
        raise BadPrompt(name)
    inputs = frozenset(part.strip() for part in head["inputs"].split(",") if part.strip())
    text = raw[head.end() :].strip()
    if set(_INPUT.findall(text)) != inputs:
        raise BadPrompt(name, sorted(set(_INPUT.findall(text)) ^ inputs))
    return Prompt(name=name, version=int(head["version"]), inputs=inputs, text=text)
