"""The folder that exported files lie in until somebody fetches them."""

from pathlib import Path


class Exports:
    """Keeps files by name; only the account that runs the bot may read them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, name: str) -> Path:
        """Say where a file of that name lies; raises ValueError for a name that leads out of the folder."""
        if Path(name).name != name or name in ("", ".", ".."):
            raise ValueError("not the name of an export")
        return self._folder / name

    def keep(self, name: str, content: bytes) -> None:
        """Write a file, all of it or none."""
        place = self.path(name)
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = place.with_suffix(".part")
        unfinished.touch(mode=0o600)
        unfinished.write_bytes(content)
        unfinished.replace(place)

    def read(self, name: str) -> bytes | None:
        """Give a file's content; None where it is not here, as in another replica's folder."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError:
            return None
