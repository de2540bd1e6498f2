"""What stands inside a line."""

from __future__ import annotations

from collections.abc import Callable

from dekkend.documents import drawings
from dekkend.documents.to_odt import words
from dekkend.documents.to_odt.sheet import Sheet
from dekkend.documents.tree import Box, Break, Inline, Mark, MarkKind, Text

SIGNS: dict[MarkKind, str] = {"full": "■", "half": "◪", "empty": "□", "dash": "–", "blank": "·"}


def inlines(sheet: Sheet, nodes: tuple[Inline, ...]) -> str:
    return "".join(INLINES[type(node)](sheet, node) for node in drawings.bound(nodes))


def _text(sheet: Sheet, node: Text) -> str:
    style = {(1, 0): "Strong", (0, 1): "Emphasis", (1, 1): "Strong_20_Emphasis"}.get(
        (node.bold, node.italic), ""
    )
    content = words.span(style, words.text(node.text))
    content = words.span("Struck", content) if node.struck else content
    return words.link(node.href, content, "Internet_20_link") if node.href else content


def _mark(sheet: Sheet, node: Mark) -> str:
    """A sign with its word; alone, a small picture that says its word to who cannot see it."""
    if not node.show_label:
        return sheet.mark(node.kind, node.label)
    return words.span(f"Mark_20_{node.kind}", SIGNS[node.kind]) + words.text("\u00a0" + node.label)


def _box(sheet: Sheet, node: Box) -> str:
    """A sign that the word processor draws, bound to its word."""
    sign = words.span("Box", "☒" if node.ticked else "☐")
    return sign + words.text("\u00a0" + node.label.replace(" ", "\u00a0") + "  ")


def _break(sheet: Sheet, node: Break) -> str:
    return "<text:line-break/>"


INLINES: dict[type, Callable[..., str]] = {Text: _text, Mark: _mark, Box: _box, Break: _break}
