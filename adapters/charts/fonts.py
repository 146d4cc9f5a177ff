"""A face that has Chinese letters: one installed on the machine, else the one the `fonts` extra carries, else none."""

import os
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

LATIN = "DejaVu Sans, Liberation Sans, Arial"
INSTALLED = {
    "NotoSansCJK": "Noto Sans CJK SC", "NotoSansSC": "Noto Sans SC", "SourceHanSans": "Source Han Sans SC",
    "wqy-microhei": "WenQuanYi Micro Hei", "wqy-zenhei": "WenQuanYi Zen Hei",
    "DroidSansFallback": "Droid Sans Fallback", "PingFang": "PingFang SC", "msyh": "Microsoft YaHei",
}  # fmt: skip
"""Families with Chinese letters, by how their files' names begin."""
CARRIED = ("zhplot", "Noto Sans SC")
"""The package of the `fonts` extra and the family in it: Noto Sans SC, SIL Open Font License 1.1."""


@lru_cache(maxsize=1)
def chinese() -> tuple[str, Path] | None:
    """Give the family to write Chinese with and the folder its file lies in; None: there is none here."""
    return find_chinese(font_folders(), carried=carried())


def find_chinese(folders: Iterable[Path], *, carried: Path | None) -> tuple[str, Path] | None:
    """Look in the folders for a family we know, then at what a package carries."""
    for folder in folders:
        for path in _files(folder):
            family = next((name for start, name in INSTALLED.items() if path.name.startswith(start)), None)
            if family is not None:
                return family, path.parent
    return None if carried is None else (CARRIED[1], carried)


def font_folders() -> tuple[Path, ...]:
    """Name the folders in which a machine keeps its fonts."""
    home = Path.home()
    named = os.environ.get("XDG_DATA_HOME")
    own = Path(named) / "fonts" if named else home / ".local/share/fonts"
    return (
        own,
        home / ".fonts",
        home / "Library/Fonts",
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path("/System/Library/Fonts"),
        Path("C:/Windows/Fonts"),
    )


def carried() -> Path | None:
    """Find the fonts of the extra without loading the package, which would load all of matplotlib."""
    spec = find_spec(CARRIED[0])
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "fonts"
    return folder if folder.is_dir() else None


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.rglob("*") if path.suffix.casefold() in {".ttf", ".otf", ".ttc"})
