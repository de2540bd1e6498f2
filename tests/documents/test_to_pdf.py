"""The PDF says what it is, to people and to machines; paper is read by screen readers too."""

from __future__ import annotations

import io
import logging
from collections import Counter

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dekkend.documents import to_pdf
from tests.documents.samples import EVERY_NODE, NASTY, SAMPLES, line, make


def opened(name: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(to_pdf.render(SAMPLES[name])))


def tags(pdf: pikepdf.Pdf) -> Counter[str]:
    found: Counter[str] = Counter()

    def walk(node: object) -> None:
        if isinstance(node, pikepdf.Array):
            for part in node:
                walk(part)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found[str(node.S)] += 1
            walk(node.get("/K", pikepdf.Array()))

    walk(pdf.Root.StructTreeRoot.K)
    return found


def alternatives(pdf: pikepdf.Pdf) -> list[str]:
    return [
        str(thing.Alt) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing
    ]


def test_pdf_claims_ua_and_a_with_language_and_title() -> None:
    pdf = opened("school")
    assert str(pdf.Root.Lang) == "nl-NL"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Schoolondersteuningsprofiel"
        assert metadata["dc:creator"] == ["De Kroontjespen"]
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_pdf_has_headings_header_cells_lists_and_contents() -> None:
    found = tags(opened("school"))
    assert {"/Title", "/H1", "/H2", "/Table", "/THead", "/TH", "/TD", "/Caption", "/L", "/LI", "/TOC"} <= set(
        found
    )
    assert found["/TH"] == sum(len(part) for part in ("abc", *["abcd", "abc"] * 5, "abcd", "abcd"))
    assert set(found) >= {"/Link", "/Strong", "/Em"}


def test_a_mark_alone_says_its_word_and_a_mark_with_its_word_does_not_say_it_twice() -> None:
    said = Counter(alternatives(opened("every node")))
    assert said["niet beantwoord"] == 4
    assert said["in ontwikkeling"] == 0
    assert said["hier zijn we nu"] == 1


def test_pages_count_and_every_font_is_inside() -> None:
    pdf = opened("school")
    assert len(pdf.pages) in range(9, 13)
    fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_the_bookmarks_are_the_sections() -> None:
    with opened("same ids").open_outline() as outline:
        assert [item.title for item in outline.root][-3:] == ["Deel 0", "Deel 1", "Deel 2"]


def test_a_link_goes_where_it_says_and_nowhere_else() -> None:
    pdf = opened("every node")
    actions = [note.get("/A", {}) for page in pdf.pages for note in page.get("/Annots", [])]
    assert {str(action["/URI"]) for action in actions if "/URI" in action} == {
        "https://voorbeeld.nl/a?b=1&c=2",
        "https://voorbeeld.nl/lees?a=1&b=2",
    }


def test_the_date_inside_is_that_of_the_document() -> None:
    pdf = opened("smallest")
    assert "20261116" in str(pdf.docinfo["/CreationDate"])


def test_no_sample_needs_the_last_resort(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        for sample in SAMPLES.values():
            to_pdf.render(sample)
    assert not caplog.records


def test_the_last_resort_prints_when_a_font_disappoints(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the check of the fonts had let a character through that none of them has."""
    monkeypatch.setattr(to_pdf, "carried", lambda text: text.replace("\n", " "))
    assert to_pdf.render(make(line("你好 wereld"))).startswith(b"%PDF")


@pytest.mark.parametrize("name", [name for name in SAMPLES if "poster" in name])
def test_a_poster_is_one_page(name: str) -> None:
    assert len(opened(name).pages) == 1


def test_a_poster_has_a_title_headings_and_lists_and_its_code_says_what_it_opens() -> None:
    pdf = opened("every node as a poster")
    assert {"/Title", "/H1", "/L", "/LI", "/Figure"} <= set(tags(pdf))
    assert "QR-code voor voorbeeld.nl/lees?a=1&b=2" in alternatives(pdf)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_whatever_is_typed_the_pdf_is_made(text: str) -> None:
    assert to_pdf.render(make(line(text), line(text, voice=True), title=text)).startswith(b"%PDF")


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from(NASTY + "ابجد אבג \u0301\u0591\ufe0f\u200d"), max_size=60))
def test_whatever_is_pasted_the_pdf_is_made(text: str) -> None:
    assert to_pdf.render(make(line(text, voice=True), cover=False)).startswith(b"%PDF")


def test_typst_knows_every_node_of_the_tree() -> None:
    kinds = {"Paragraph", "Bullets", "Facts", "Table", "Note", "Road", "PageBreak", "Section", "Code"}
    source = (to_pdf.FOLDER / "blocks.typ").read_text()
    listed = source[source.index("#let block-nodes") :]
    assert {kind for kind in kinds if f"{kind}:" in listed} == kinds
    assert to_pdf.render(EVERY_NODE).startswith(b"%PDF")
