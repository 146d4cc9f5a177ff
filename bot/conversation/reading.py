"""What a reply says of how its question was read."""

from dataclasses import replace

from bot.messages import Line, Passport, Reply
from bot.ports import Understanding


def as_read(reply: Reply, understanding: Understanding) -> Reply:
    """Record who read the question, and say so where a language model was to and did not."""
    read = replace(reply, understood_by=understanding.understood_by, prompt=understanding.prompt)
    if understanding.fell_back is None:
        return read
    return replace(read, blocks=(*read.blocks, Passport(line=Line(key=f"model-{understanding.fell_back}"))))
