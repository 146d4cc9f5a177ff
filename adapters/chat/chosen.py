"""What a pressed button needs from us. A button carries only where to look, so that pressing it proves nothing."""

from typing import Protocol


class Chosen(Protocol):
    """Knows what the choices of a sent message stand for."""

    def chosen(self, message_id: int, position: int, *, conversation: str, sender: str) -> str | None:
        """Say what the choice at `position` stands for; None if this sender there was not offered it."""
        ...
