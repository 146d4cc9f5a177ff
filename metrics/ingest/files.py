"""The bytes of a file to import: found, hashed, their compression and encoding recognised, all before a row is read."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, TextIO

from metrics.errors import UnreadableFile

BLOCK = 1 << 20
GZIP = b"\x1f\x8b"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that can be read to its end. `digest` is of its content, uncompressed; `size` is that of the file."""

    path: Path
    packed: bool
    encoding: str
    newline: str
    digest: str
    size: int


def inspect(path: Path) -> SourceFile:
    """Read the file once; raises UnreadableFile (missing, empty, unreadable, damaged, not-text)."""
    try:
        size = path.stat().st_size
        with path.open("rb") as plain:
            packed = plain.read(2) == GZIP
        with _bytes(path, packed=packed) as stream:
            digest, encoding, newline = _survey(stream, path=path)
    except FileNotFoundError as problem:
        raise UnreadableFile(str(path), "missing") from problem
    except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
        raise UnreadableFile(str(path), "damaged") from problem
    except OSError as problem:
        raise UnreadableFile(str(path), "unreadable") from problem
    return SourceFile(path=path, packed=packed, encoding=encoding, newline=newline, digest=digest, size=size)


@contextmanager
def opened(file: SourceFile) -> Iterator[tuple[TextIO, BinaryIO]]:
    """Open it as text, and beside it the bytes on disk, whose `tell` says how far reading has come."""
    with file.path.open("rb") as plain:
        stream = gzip.GzipFile(fileobj=plain) if file.packed else plain
        newline = "" if file.newline == "\n" else None
        yield io.TextIOWrapper(stream, encoding=file.encoding, errors="replace", newline=newline), plain


@contextmanager
def _bytes(path: Path, *, packed: bool) -> Iterator[BinaryIO]:
    with path.open("rb") as plain:
        yield gzip.GzipFile(fileobj=plain) if packed else plain  # type: ignore[misc] # a GzipFile reads as a BinaryIO does


def _survey(stream: BinaryIO, *, path: Path) -> tuple[str, str, str]:
    """Give the digest, the encoding and the line ending: UTF-8 if every byte of it is, else cp1252."""
    digest = blake2b(digest_size=16)
    decoder: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()
    head = b""
    while block := stream.read(BLOCK):
        head = head or block
        digest.update(block)
        decoder = decoder and _still_utf8(decoder, block)
    if not head.strip(b"\xef\xbb\xbf\r\n\t "):
        raise UnreadableFile(str(path), "empty")
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if encoding is None:
        encoding = "utf-8" if decoder and _still_utf8(decoder, b"", final=True) else "cp1252"
    text = head.decode(encoding, "replace")
    if "\0" in text.partition("\n")[0]:
        raise UnreadableFile(str(path), "not-text")
    return digest.hexdigest(), encoding, "\n" if "\n" in text or "\r" not in text else "\r"


def _still_utf8(
    decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False
) -> codecs.IncrementalDecoder | None:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return None
    return decoder
