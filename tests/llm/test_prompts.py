"""Prompts are versioned: a changed text without a changed version is found."""

import hashlib
import json
from pathlib import Path

import pytest

import prompts
from prompts.load import FOLDER, BadPrompt, load_prompt

LOCK = Path(prompts.__file__).parent / "lock.json"


def test_every_prompt_is_what_its_version_says() -> None:
    """A changed text needs a new version and its hash in prompts/lock.json."""
    known = json.loads(LOCK.read_text(encoding="utf-8"))
    found = {load_prompt(path.stem).id: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.md")}
    assert found == known


def test_a_prompt_takes_exactly_its_inputs() -> None:
    prompt = load_prompt("rewrite")
    assert "in the language pl" in prompt.filled({"language": "pl"})
    with pytest.raises(BadPrompt):
        prompt.filled({})
    with pytest.raises(BadPrompt):
        prompt.filled({"language": "pl", "secret": "x"})
