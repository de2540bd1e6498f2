"""A tree as PDF, through Typst: PDF/UA-1 and PDF/A-2a, the same bytes for the same tree.

Cost: some 0.2 s in a fresh process, then 0.01 s a page. The GIL is released while Typst works.
"""

from __future__ import annotations

import json
import logging
import threading
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import typst

from dekkend.documents import faces
from dekkend.documents.clean import carried, plainest
from dekkend.documents.tidy import tidy
from dekkend.documents.to_pdf.data import paper
from dekkend.documents.tree import Document

FOLDER = Path(__file__).parent
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]

log = logging.getLogger(__name__)
_own = threading.local()


def render(document: Document) -> bytes:
    try:
        return _compile(tidy(document, carried))
    except typst.TypstError as error:
        # A combination of characters that our fonts promise and cannot shape: print what surely can be.
        log.warning("PDF again with plain characters: %s", error)
        return _compile(tidy(document, plainest))


def _compile(document: Document) -> bytes:
    day = datetime.fromisoformat(document.date).replace(hour=12, tzinfo=UTC)
    pdf = _compiler().compile(
        format="pdf",
        sys_inputs={"paper": json.dumps(paper(document), ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=int(day.timestamp()),
    )
    assert isinstance(pdf, bytes)  # one file, and not to disk
    return pdf


def _compiler() -> typst.Compiler:
    """One per thread: a compiler cannot be used by two at once."""
    if not hasattr(_own, "compiler"):
        _own.compiler = typst.Compiler(
            FOLDER / "paper.typ", root=FOLDER, font_paths=_fonts(), ignore_system_fonts=True
        )
    return _own.compiler


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(faces.FOLDER)]
    )
