"""What stands inside a line, as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape

from dekkend.documents import drawings
from dekkend.documents.tree import Box, Break, Inline, Mark, Text
from dekkend.documents.unbroken import YEARS
from dekkend.kit.phone import PHONE

FIRST = re.compile(rf" ?(?:{PHONE.pattern}|\S{{1,16}}(?=\s|$))")  # a longer word must be able to break
UNBROKEN = re.compile(f"{YEARS.pattern}|{PHONE.pattern}")


def inlines(nodes: tuple[Inline, ...], accent: str) -> str:
    """A mark without its word stays on the line of the word after it: a browser breaks even at a hard space there."""
    html, sign = "", ""
    for node in nodes:
        # A link stays one.
        if sign and isinstance(node, Text) and not node.href and (first := FIRST.match(node.text)):
            word, rest = replace(node, text=first[0]), replace(node, text=node.text[first.end() :])
            html += f'<span class="unbroken">{sign}{_text(word, accent)}</span>' + _text(rest, accent)
            sign = ""
            continue
        html += sign
        said = INLINES[type(node)](node, accent)
        sign = said if isinstance(node, Mark) and not node.show_label else ""
        html += "" if sign else said
    return html + sign


def unbroken(html: str) -> str:
    """A schooljaar and a telephone number stay on one line."""
    return UNBROKEN.sub(r'<span class="unbroken">\g<0></span>', html)


def _text(node: Text, accent: str) -> str:
    if not node.text:
        return ""
    html = unbroken(escape(node.text))
    if node.italic:
        html = f"<em>{html}</em>"
    if node.bold:
        html = f"<strong>{html}</strong>"
    if node.struck:
        html = f"<del>{html}</del>"
    if node.added:
        html = f"<ins>{html}</ins>"
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
