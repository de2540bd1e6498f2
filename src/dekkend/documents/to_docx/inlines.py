"""What stands inside a line, as runs."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from dekkend.documents import drawings
from dekkend.documents.clean import is_right_to_left
from dekkend.documents.to_docx import words
from dekkend.documents.to_docx.sheet import Sheet
from dekkend.documents.tree import Box, Break, Inline, Mark, MarkKind, Text

SIGNS: dict[MarkKind, str] = {"full": "■", "half": "◪", "empty": "□", "dash": "–", "blank": "·"}
SIGN_COLOURS: dict[MarkKind, str] = {
    "half": drawings.DEVELOP,
    "empty": drawings.INK,
    "dash": drawings.INK_2,
    "blank": drawings.INK_2,
}
SIGN_FONT = '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol"/>'


def inlines(sheet: Sheet, nodes: tuple[Inline, ...]) -> str:
    return "".join(INLINES[type(node)](sheet, node) for node in drawings.bound(nodes))


def _text(sheet: Sheet, node: Text) -> str:
    style = '<w:rStyle w:val="Hyperlink"/>' if node.href else ""
    weight = "<w:b/><w:bCs/>" if node.bold else ""
    slope = "<w:i/><w:iCs/>" if node.italic else ""
    struck = "<w:strike/>" if node.struck else ""
    direction = "<w:rtl/>" if is_right_to_left(node.text) else ""
    text = words.run(node.text, style + weight + slope + struck + direction)
    if not node.href:
        return text
    return f'<w:hyperlink r:id="{escape(sheet.address(node.href))}">{text}</w:hyperlink>'


def _mark(sheet: Sheet, node: Mark) -> str:
    """A sign with its word; alone, a small picture that says its word to who cannot see it."""
    if not node.show_label:
        return sheet.mark(node.kind, node.label)
    colour = SIGN_COLOURS.get(node.kind, sheet.accent).lstrip("#").upper()
    sign = words.run(SIGNS[node.kind], f'{SIGN_FONT}<w:color w:val="{colour}"/>')
    return sign + words.run("\u00a0" + node.label)


def _box(sheet: Sheet, node: Box) -> str:
    """A sign that the word processor draws, bound to its word."""
    sign = words.run("☒" if node.ticked else "☐", f'{SIGN_FONT}<w:sz w:val="26"/>')
    return sign + words.run("\u00a0" + node.label.replace(" ", "\u00a0") + "  ")


def _break(sheet: Sheet, node: Break) -> str:
    return "<w:r><w:br/></w:r>"


INLINES: dict[type, Callable[..., str]] = {Text: _text, Mark: _mark, Box: _box, Break: _break}
