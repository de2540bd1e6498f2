"""The smallest pieces of OpenDocument, as strings."""

from __future__ import annotations

import re
from html import escape as escape_xml

from dekkend.documents.unbroken import hyphened

_SPACES = re.compile(r"^ +| {2,}")


def text(words: str) -> str:
    """In OpenDocument a row of spaces is one, and none at the start of a line: the others are said."""
    return _SPACES.sub(_said, hyphened(escape_xml(words)))


def _said(spaces: re.Match[str]) -> str:
    if spaces.start() == 0:
        return f'<text:s text:c="{len(spaces.group())}"/>'
    return f' <text:s text:c="{len(spaces.group()) - 1}"/>'


def span(style: str, content: str) -> str:
    return f'<text:span text:style-name="{style}">{content}</text:span>' if style else content


def paragraph(style: str, content: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def link(address: str, content: str, style: str = "") -> str:
    look = f' text:style-name="{style}" text:visited-style-name="{style}"' if style else ""
    return f'<text:a xlink:type="simple" xlink:href="{escape_xml(address)}"{look}>{content}</text:a>'


def picture(path: str, name: str, said: str, width: float, height: float, style: str = "Picture") -> str:
    """In the line; sizes in points. `said` is read to who cannot see it."""
    return (
        f'<draw:frame draw:style-name="{style}" draw:name="{name}" text:anchor-type="as-char"'
        f' svg:width="{width:g}pt" svg:height="{height:g}pt">'
        f'<draw:image xlink:href="{path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
        f' draw:mime-type="image/png"/><svg:title>{escape_xml(said)}</svg:title>'
        f"<svg:desc>{escape_xml(said)}</svg:desc></draw:frame>"
    )
