"""A tree as HTML: the body for inside a page, or a page that stands alone."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path

from dekkend.documents.tidy import tidy, tidy_blocks
from dekkend.documents.to_html.blocks import Place, blocks
from dekkend.documents.to_html.inlines import unbroken
from dekkend.documents.tree import Block, Document, Logo, Road, Section

DEFAULT_ACCENT = Document.accent


def body(document: Document, level: int = 2) -> str:
    """What stands under the title, with the notices; the first headings are of `level`. Safe HTML."""
    document = tidy(document)
    return _body(document, level)


def fragment(nodes: tuple[Block, ...], level: int = 2, accent: str = DEFAULT_ACCENT) -> str:
    """A few blocks for inside a page. Safe HTML."""
    return blocks(tidy_blocks(nodes), Place(level, accent))


def cover(document: Document, level: int = 2) -> str:
    """The head of the paper with the road that opens it; the title is a heading of `level`. Safe HTML."""
    document = tidy(document)
    road = tuple(block for block in document.blocks[:1] if isinstance(block, Road))
    return _head(document, level) + blocks(road, Place(level, document.accent))


def render(document: Document) -> bytes:
    """A page that stands alone: it needs no other file."""
    document = tidy(document)
    poster = " paper--poster" * (document.shape == "poster")
    return alone(
        f"{_head(document)}\n{_contents(document)}{_body(document, 2)}",
        title=document.title,
        author=document.author,
        language=document.language,
        accent=document.accent,
        second=document.second,
        css=f"paper--alone{poster}",
        meta=_keywords(document),
    )


def alone(
    inner: str,
    *,
    title: str,
    author: str,
    accent: str,
    second: str = Document.second,
    language: str = "nl-NL",
    css: str = "paper--alone",
    meta: str = "",
) -> bytes:
    """Safe HTML as a whole page in the dress of our papers."""
    page = f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<meta name="author" content="{escape(author)}">
{meta}<style>:root {{ --accent: {accent}; --headline: {second}; }}
{_style()}</style>
</head>
<body>
<main class="paper {css}">
{inner}
</main>
</body>
</html>
"""
    return page.encode()


def _keywords(document: Document) -> str:
    words = escape(", ".join(document.keywords))
    return f'<meta name="keywords" content="{words}">\n' if words else ""


@cache
def _style() -> str:
    folder = Path(__file__).parents[1] / "static/documents"
    return "".join((folder / name).read_text() for name in ("paper-alone.css", "paper.css"))


def _head(document: Document, level: int = 1) -> str:
    lines = [_logo(document.logo)] if document.logo else []
    if document.author:
        lines.append(f'<p class="paper__author">{escape(document.author)}</p>')
    title = unbroken(escape(document.title))
    lines.append(f'<h{level} class="paper__title">{title}</h{level}>')
    if document.subtitle:
        lines.append(f'<p class="lead">{escape(document.subtitle)}</p>')
    if document.status:
        lines.append(f'<p class="paper__status">{escape(document.status)}</p>')
    if document.facts:
        rows = "\n".join(f"<div><dt>{escape(a)}</dt><dd>{escape(b)}</dd></div>" for a, b in document.facts)
        lines.append(f'<dl class="paper-facts">\n{rows}\n</dl>')
    return '<header class="paper__head">\n' + "\n".join(lines) + "\n</header>"


def _logo(logo: Logo) -> str:
    """Inside the page, so that the file stands alone. Its size is an attribute: a paper has no style of its own."""
    width, height = logo.within(220, 84)
    data = b64encode(logo.png).decode()
    return (
        f'<p class="paper__logo"><img src="data:image/png;base64,{data}" width="{width:.0f}" height="{height:.0f}"'
        f' alt="{escape(logo.label)}"></p>'
    )


def _contents(document: Document) -> str:
    sections = [block for block in document.blocks if isinstance(block, Section)]
    if not document.contents or not sections:
        return ""
    items = "\n".join(
        f'<li><a href="#{escape(s.id)}">{escape(f"{s.number} {s.title}".strip())}</a></li>' for s in sections
    )
    return f'<nav class="paper__contents" aria-label="Inhoud">\n<ol role="list">\n{items}\n</ol>\n</nav>\n'


def _body(document: Document, level: int) -> str:
    html = blocks(document.blocks, Place(level, document.accent))
    if document.notices:
        notices = "\n".join(f"<p>{escape(notice)}</p>" for notice in document.notices)
        html += f'\n<footer class="paper__notices">\n{notices}\n</footer>'
    return html
