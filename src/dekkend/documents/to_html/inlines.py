"""What stands inside a line, as HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from dekkend.documents import drawings
from dekkend.documents.tree import Box, Break, Inline, Mark, Text


def inlines(nodes: tuple[Inline, ...], accent: str) -> str:
    return "".join(INLINES[type(node)](node, accent) for node in nodes)


def _text(node: Text, accent: str) -> str:
    html = escape(node.text)
    if node.italic:
        html = f"<em>{html}</em>"
    if node.bold:
        html = f"<strong>{html}</strong>"
    if node.struck:
        html = f"<del>{html}</del>"
    if node.href:
        html = f'<a href="{escape(node.href)}" rel="nofollow noopener">{html}</a>'
    return html


def _mark(node: Mark, accent: str) -> str:
    """The word stands beside the mark, or is read aloud in its place."""
    label = escape(node.label)
    if node.show_label:
        svg = drawings.mark(node.kind, accent, ' class="mark" aria-hidden="true"')
        return f'<span class="mark-line">{svg} {label}</span>'
    return drawings.mark(node.kind, accent, f' class="mark" role="img" aria-label="{label}"')


def _box(node: Box, accent: str) -> str:
    """Whether it is crossed is heard too; an empty one is only paper."""
    svg = drawings.box(node.ticked, accent, ' class="paper-box__square" aria-hidden="true"')
    heard = '<span class="hidden-text"> (aangekruist)</span>' if node.ticked else ""
    return f'<span class="paper-box">{svg} {escape(node.label)}{heard}</span>'


def _break(node: Break, accent: str) -> str:
    return "<br>"


INLINES: dict[type, Callable[..., str]] = {Text: _text, Mark: _mark, Box: _box, Break: _break}
