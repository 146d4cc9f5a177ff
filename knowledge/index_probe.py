"""Ask a Chroma folder for what it holds, in a process of its own: damaged files can end the process that reads them.

Run as `python -m knowledge.index_probe FOLDER COLLECTION`. Exit 0: every one of a few vectors finds itself, or there
are none. Anything else, a signal included: broken.
"""

import sys
from pathlib import Path

from knowledge.index import open_collection

SAMPLE = 100
FOUND_AT_LEAST = 0.5
"""The graph is approximate (of 475,000 texts much alike 0.81 were found); with a lost part, at most a third is."""
LOOKED_AT = 400
"""Neighbours to look among; looking for the first one alone finds 0.65 there."""
NEAR = 1e-3
"""The distance within which a vector counts as itself; a text said twice has the same vector twice."""

BROKEN = 3


def self_recall(folder: Path, name: str) -> float:
    """Give the share of a sample whose nearest vector is its own; 1 where the collection is empty."""
    _, collection = open_collection(folder, name)
    if not (size := collection.count()):
        return 1.0
    held = collection.get(limit=SAMPLE, include=["embeddings"])
    if len(held["ids"]) < min(SAMPLE, size):
        return 0.0
    near = collection.query(query_embeddings=held["embeddings"], n_results=min(LOOKED_AT, size), include=["distances"])
    found = sum(1 for one in near["distances"] if one and min(one) < NEAR)
    return found / len(held["ids"])


def main() -> int:
    """Probe the folder that the command line names."""
    folder, name = Path(sys.argv[1]), sys.argv[2]
    return 0 if self_recall(folder, name) >= FOUND_AT_LEAST else BROKEN


if __name__ == "__main__":
    sys.exit(main())
