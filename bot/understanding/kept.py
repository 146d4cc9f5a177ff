"""The grammar as it was last prepared, kept in the home so that starting does not read and spell it out again."""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

MADE_BY = ("lexicon.py", "normalise.py")
"""The modules that prepare a grammar: one that they prepared otherwise is not the same."""


def key_of(texts: Mapping[str, str], own: Mapping[str, object]) -> str:
    """Name a grammar by everything that it is made from."""
    folder = files("bot.understanding")
    made_by = [folder.joinpath(name).read_text(encoding="utf-8") for name in MADE_BY]
    said = [*made_by, *(texts[name] for name in sorted(texts)), json.dumps({name: own[name] for name in sorted(own)})]
    return sha256("\0".join(said).encode()).hexdigest()[:32]


def read_kept(folder: Path, key: str) -> dict[str, Any] | None:
    """Give what was kept under this key; None if nothing was, or it cannot be read."""
    try:
        found = json.loads((folder / f"grammar-{key}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def keep(folder: Path, key: str, prepared: Mapping[str, Any]) -> None:
    """Keep a grammar in place of earlier ones; a folder that cannot be written to keeps none."""
    try:
        folder.mkdir(exist_ok=True)
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=folder, prefix="grammar-", suffix=".part", delete=False
        ) as out:
            json.dump(prepared, out, ensure_ascii=False, separators=(",", ":"))
        kept = Path(out.name).replace(folder / f"grammar-{key}.json")
        for other in folder.glob("grammar-*.json"):
            if other != kept:
                other.unlink(missing_ok=True)
    except OSError:
        return
