"""HTML is safe whatever is typed, and reads as a document."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from dekkend.documents import to_html
from dekkend.documents.tree import Column, Document, Section, Table, Text
from tests.documents.samples import EVERY_NODE, RIGHT_TO_LEFT, SAMPLES, deep_sections, line, make, table

ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "nav", "section", "div"),
    *(
        "del",
        "ins",
        "col",
        "colgroup",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "a",
        "b",
        "br",
        "hr",
        "em",
        "strong",
        "span",
        "ol",
        "ul",
        "li",
    ),
    *(
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "svg",
        "rect",
        "path",
        "circle",
    ),
}
ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,AAAA)",
    '[x](https://a.nl/"onmouseover="alert(1))',
    "<https://a.nl>",
    "</p></section></main><iframe>",
    "&lt;script&gt; &#60;script&#62;",
    "[<b>x</b>](https://a.nl/<script>)",
)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("br", "hr", "meta", "col"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    return reader


def check_safe(html: str) -> None:
    for tag, attributes in read(html).tags:
        assert tag in ALLOWED
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        if "href" in attributes:
            assert (attributes["href"] or "").startswith(("https://", "http://", "mailto:", "#"))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_well_formed_and_safe(name: str) -> None:
    check_safe(to_html.render(SAMPLES[name]).decode())
    check_safe(to_html.body(SAMPLES[name]))


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_stays_text(attack: str) -> None:
    html = Template("{% load paper %}{{ text|markdown }}").render(Context({"text": attack}))
    check_safe(html)
    check_safe(
        to_html.fragment((line(Text(attack, href=attack)), Section(attack, (), id=attack, number=attack)))
    )


@given(st.text())
def test_whatever_is_typed_is_safe(text: str) -> None:
    check_safe(Template("{% load paper %}{{ text|markdown }}").render(Context({"text": text})))
    check_safe(to_html.body(make(line(text), Section(text, (line(text),), id=text))))


def test_heading_levels_follow_depth_and_go_on_after_six() -> None:
    html = to_html.body(make(deep_sections(6)), level=3)
    assert '<h3 id="deel-1"><span class="paper-number">1.</span> Niveau 1</h3>' in html
    assert ">Niveau 4</h6>" in html.replace('<span class="paper-number">4.</span> ', "")
    assert 'role="heading" aria-level="7"' in html


def test_the_two_voices_and_the_marks_have_the_classes_of_the_style_sheets() -> None:
    html = to_html.body(EVERY_NODE)
    assert '<p class="voice">De stem <a href="https://voorbeeld.nl/a?b=1&amp;c=2"' in html
    assert '<p class="lead">' in html
    assert '<span class="mark-line"><svg xmlns="http://www.w3.org/2000/svg"' in html
    assert 'role="img" aria-label="niet beantwoord"' in html
    assert '<th scope="col">Kolom 0</th>' in html
    assert 'data-state="current"' in html


def test_a_list_in_the_schools_voice_needs_no_paragraphs() -> None:
    html = Template("{% load paper %}{{ text|markdown }}").render(Context({"text": "- een\n- **twee**"}))
    assert html == '<ul>\n<li class="voice">een</li>\n<li class="voice"><strong>twee</strong></li>\n</ul>'


def test_the_tag_gives_the_body_at_a_level() -> None:
    html = Template("{% load paper %}{% paper document level=3 %}").render(Context({"document": EVERY_NODE}))
    assert '<h3 id="alles">' in html
    assert "<h1" not in html


def test_plain_words_are_escaped_by_the_template() -> None:
    html = Template("{% load paper %}{{ text|markdown_plain }}").render(Context({"text": "**a** <b>"}))
    assert html == "a &lt;b&gt;"


def test_nothing_gives_nothing() -> None:
    assert Template("{% load paper %}{{ text|markdown }}").render(Context({"text": None})) == ""


def test_arabic_runs_from_the_right() -> None:
    assert '<p class="voice" dir="rtl">' in to_html.fragment((line(RIGHT_TO_LEFT, voice=True),))


def test_a_page_alone_has_language_title_and_contents() -> None:
    html = to_html.render(EVERY_NODE).decode()
    assert '<html lang="nl-NL">' in html
    assert "<title>Titel</title>" in html
    assert '<li><a href="#alles">1 Alles</a></li>' in html
    assert isinstance(EVERY_NODE, Document)


def test_the_schooljaar_of_a_title_stays_on_one_line() -> None:
    html = to_html.render(make(title="Profiel <2027-2028> en 036-000")).decode()
    assert '>Profiel &lt;<span class="unbroken">2027-2028</span>&gt; en 036-000</h1>' in html
    assert "<title>Profiel &lt;2027-2028&gt; en 036-000</title>" in html


def test_on_a_telephone_a_cell_of_a_wide_table_says_its_column() -> None:
    cell = (line("Ja"),)

    wide = to_html.body(make(table(cell, cell, cell, (line("<Nee>"),))))
    small = to_html.body(make(table(cell, cell, cell)))

    assert '<td data-label="Kolom 0">Ja</td>' in wide
    assert '<td data-label="Kolom 3">&lt;Nee&gt;</td>' in wide
    assert "data-label" not in small


def test_the_columns_of_a_wide_table_have_their_shares() -> None:
    columns = (Column("Nr", 2), Column("Onderdeel", 9), Column("Antwoord", 6), Column("Afspraak", 11))
    wide = to_html.body(make(Table("", columns, ())))
    assert [int(share) for share in re.findall(r'<col data-share="(\d+)">', wide)] == [8, 32, 20, 40]
    assert "<col" not in to_html.body(make(Table("", columns[:3], ())))


def test_every_share_is_known_to_the_style_sheet() -> None:
    css = (Path(to_html.__file__).parents[1] / "static/documents/paper.css").read_text()
    for widths in ((1, 1, 1, 1), (1, 1, 1, 60), (1, 2, 3, 4, 5, 6, 7, 8)):
        html = to_html.body(make(Table("", tuple(Column("x", width) for width in widths), ())))
        for share in re.findall(r'data-share="\d+"', html):
            assert f"col[{share}]" in css


def test_what_is_new_is_said_to_who_cannot_see_bold() -> None:
    html = to_html.body(make(line(Text("nieuw", bold=True, added=True), Text("vet", bold=True))))
    assert "<ins><strong>nieuw</strong></ins><strong>vet</strong>" in html
