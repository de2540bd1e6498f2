"""Every sample becomes every paper, and the same tree the same bytes."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from dekkend.documents import tidy, to_html, to_text, tree
from dekkend.documents.papers import FORMS, render
from dekkend.documents.to_docx.blocks import BLOCKS as WORD_BLOCKS
from dekkend.documents.to_docx.inlines import INLINES as WORD_INLINES
from dekkend.documents.to_html.blocks import BLOCKS as HTML_BLOCKS
from dekkend.documents.to_html.inlines import INLINES as HTML_INLINES
from dekkend.documents.to_odt.blocks import BLOCKS as ODT_BLOCKS
from dekkend.documents.to_odt.inlines import INLINES as ODT_INLINES
from dekkend.documents.to_pdf.data import BLOCKS as PDF_BLOCKS
from dekkend.documents.to_pdf.data import INLINES as PDF_INLINES
from tests.documents.samples import EVERY_NODE, SAMPLES, make

HOUSE = Path(__file__).parents[2]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_becomes_every_paper_with_the_same_bytes(name: str, form: str) -> None:
    paper = render(SAMPLES[name], form)
    assert paper
    assert paper == render(SAMPLES[name], form)


@pytest.mark.parametrize(
    "block_functions",
    [tidy.BLOCKS, HTML_BLOCKS, WORD_BLOCKS, ODT_BLOCKS, PDF_BLOCKS, to_text.BLOCKS],
)
def test_no_paper_lacks_a_block(block_functions: dict[type, object]) -> None:
    assert set(block_functions) == set(get_args(tree.Block))


@pytest.mark.parametrize(
    "inline_functions",
    [tidy.INLINES, HTML_INLINES, WORD_INLINES, ODT_INLINES, PDF_INLINES, to_text.INLINES],
)
def test_no_paper_lacks_an_inline(inline_functions: dict[type, object]) -> None:
    assert set(inline_functions) == set(get_args(tree.Inline))


def test_a_fresh_process_gives_the_same_bytes() -> None:
    program = (
        "import hashlib, json; from dekkend.documents.papers import FORMS, render;"
        "from tests.documents.samples import EVERY_NODE;"
        "print(json.dumps({f: hashlib.sha256(render(EVERY_NODE, f)).hexdigest() for f in FORMS}))"
    )
    paths = f"{HOUSE / 'src'}:{HOUSE}"
    fresh = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": paths, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
        capture_output=True,
        text=True,
        check=True,
    )
    here = {form: hashlib.sha256(render(EVERY_NODE, form)).hexdigest() for form in FORMS}
    assert json.loads(fresh.stdout) == here


def test_another_date_gives_other_bytes_where_a_date_is_kept() -> None:
    for form in ("pdf", "docx", "odt"):
        assert render(make(), form) != render(make(date="2026-11-17"), form)


def test_an_unknown_form_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'rtf' is none of pdf, docx, odt"):
        render(make(), "rtf")


@pytest.mark.parametrize("wrong", [{"accent": "red"}, {"accent": "#12345"}, {"date": "16 november"}])
def test_a_wrong_colour_or_date_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        render(make(**wrong), "txt")


def test_endings_and_types_fit_the_forms() -> None:
    assert {name: form.ending for name, form in FORMS.items()} == {
        "pdf": ".pdf",
        "docx": ".docx",
        "odt": ".odt",
        "html": ".html",
        "txt": ".txt",
    }
    assert to_html.render(make()).startswith(b"<!doctype html>")
    assert FORMS["html"].content_type.endswith("utf-8")
