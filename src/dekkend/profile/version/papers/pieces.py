"""The few building blocks in which the papers are written."""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.documents.markdown import to_blocks
from dekkend.documents.tree import Block, Facts, Inline, Note, Paragraph, Text

Blocks = tuple[Block, ...]
MISSING = "Nog niet ingevuld"


def say(text: str, *, lead: bool = False, keep: bool = False) -> Paragraph:
    """What Dekkend says; `keep`: on the page of what follows."""
    return Paragraph((Text(text),), lead=lead, keep=keep)


def agreed(markdown: str) -> Blocks:
    """What others wrote, such as the format or the samenwerkingsverband: not in the voice of the school."""
    return to_blocks(markdown, voice=False)


def own(markdown: str) -> Blocks:
    """What the school wrote."""
    return to_blocks(markdown)


def labelled(label: str, markdown: str) -> Blocks:
    """The school's words after a bold label in the same line; nothing when there are none."""
    written = own(markdown)
    if not written:
        return ()
    first, rest = written[0], written[1:]
    if isinstance(first, Paragraph):
        return Paragraph((Text(f"{label} ", bold=True), *first.inlines), voice=True), *rest
    return Paragraph((Text(label, bold=True),)), *written


def facts(rows: Iterable[tuple[str, str | tuple[Inline, ...]]]) -> Blocks:
    """Rows with something in them; nothing when there are none."""
    kept = tuple(
        (label, (Text(value),) if isinstance(value, str) else value) for label, value in rows if value
    )
    return (Facts(kept),) if kept else ()


def missing(text: str) -> Note:
    """Where something required has still to be written."""
    return Note((say(text),), title=MISSING)


def is_missing(block: Block) -> bool:
    return isinstance(block, Note) and block.title == MISSING


def link(address: str) -> tuple[Inline, ...]:
    """A web address, mail address or nothing, as something to press."""
    if not address:
        return ()
    if "@" in address and "/" not in address:
        return (Text(address, href=f"mailto:{address}"),)
    whole = address if address.startswith(("http://", "https://")) else f"https://{address}"
    return (Text(address.removeprefix("https://").removeprefix("http://").rstrip("/"), href=whole),)
