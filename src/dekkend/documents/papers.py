"""The papers that a tree can become: one place that knows their names, types and endings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dekkend.documents import to_docx, to_html, to_odt, to_pdf, to_text
from dekkend.documents.tree import Document


@dataclass(frozen=True)
class Form:
    name: str  # for the screen: "Word"
    content_type: str
    ending: str  # with the dot
    render: Callable[[Document], bytes]


FORMS: dict[str, Form] = {
    "pdf": Form("PDF", "application/pdf", ".pdf", to_pdf.render),
    "docx": Form(
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
        to_docx.render,
    ),
    "odt": Form("OpenDocument", "application/vnd.oasis.opendocument.text", ".odt", to_odt.render),
    "html": Form("webpagina", "text/html; charset=utf-8", ".html", to_html.render),
    "txt": Form("platte tekst", "text/plain; charset=utf-8", ".txt", to_text.render),
}
# What a word processor opens; a browser only keeps it.
EDITABLE = ("docx", "odt")


def render(document: Document, form: str) -> bytes:
    """The same tree gives the same bytes in every form. Raises ValueError for a form that is not here."""
    if form not in FORMS:
        raise ValueError(f"{form!r} is none of {', '.join(FORMS)}")
    return FORMS[form].render(document)
