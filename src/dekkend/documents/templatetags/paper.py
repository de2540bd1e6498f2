"""Trees and small Markdown in templates: `{{ text|markdown }}` and `{% paper document %}`."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from dekkend.documents import to_html
from dekkend.documents.markdown import to_blocks, to_plain
from dekkend.documents.tree import Block, Document

register = template.Library()


@register.filter
def markdown(text: str | None) -> SafeString:
    """The school's own words, in its own voice."""
    return mark_safe(to_html.fragment(to_blocks(text or "")))  # noqa: S308 - to_html escapes every string


@register.filter
def markdown_plain(text: str | None) -> str:
    """The words alone, for one line in a list; the template escapes them."""
    return to_plain(text or "")


@register.simple_tag
def paper(document: Document, level: int = 2) -> SafeString:
    """The body of a paper; the page around it has the title and loads documents/paper.css."""
    return mark_safe(to_html.body(document, level))  # noqa: S308 - to_html escapes every string


@register.simple_tag
def paper_cover(document: Document, level: int = 2) -> SafeString:
    """What stands above the body when the paper is a file: logo, whose it is, title, facts, and the road."""
    return mark_safe(to_html.cover(document, level))  # noqa: S308 - to_html escapes every string


@register.simple_tag
def paper_blocks(blocks: tuple[Block, ...], accent: str = Document.accent, level: int = 2) -> SafeString:
    """A piece of a paper; its first headings are of `level`."""
    return mark_safe(to_html.fragment(blocks, level, accent))  # noqa: S308 - to_html escapes every string
