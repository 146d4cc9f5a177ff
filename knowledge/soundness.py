"""Whether a Chroma folder can be opened: asked of another process, since damaged files can end the one that reads."""

import subprocess
import sys
from pathlib import Path

LONGEST_S = 1_800.0
"""A large index takes minutes to open on a busy machine, and is not broken for that."""


def is_sound(folder: Path, collection: str) -> bool:
    """Say whether the collection can be opened and finds what it holds."""
    command = [sys.executable, "-m", "knowledge.index_probe", str(folder), collection]
    try:
        done = subprocess.run(  # noqa: S603 our own module
            command, cwd=Path(__file__).parent.parent, capture_output=True, timeout=LONGEST_S, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
