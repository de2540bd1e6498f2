"""A telephone number, a schooljaar and a day with its month are not torn apart; what looks like them is left alone."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from lxml import etree

from dekkend.documents import drawings, to_docx, to_html, to_odt, to_text, unbroken
from dekkend.documents.clean import carried
from dekkend.documents.tree import Mark, Text
from tests.documents.samples import line, make

SAID = "Bel 036-123 45 67 op 1 juni 2027, in schooljaar 2027-2028."
BOUND = "Bel 036\u2011123\u00a045\u00a067 op 1\u00a0juni 2027, in schooljaar 2027\u20112028."


def test_nothing_of_it_breaks() -> None:
    assert unbroken.hyphened(SAID) == BOUND
    assert unbroken.spaced(SAID) == carried(SAID) == BOUND.replace("\u2011", "-")
    assert unbroken.hyphened("+31 6 12345678") == "+31\u00a06\u00a012345678"


@pytest.mark.parametrize(
    "text",
    [
        "info@school-036.nl en https://school.nl/plan-2027-2028/",
        "https://school.nl/2027-2028/gids.pdf, www.school.nl/bel/036-1234567 en 06-12345678@school.nl",
        "groep 1 meisjes, 3.1 maart, sociaal-emotionele ontwikkeling",
        "nummer 12-345 678, 2026-01-31, 036-000",
        "woord" * 30,
        "0" + " " * 90 + "612345678",
    ],
)
def test_what_looks_like_it_stays_as_it_is(text: str) -> None:
    assert unbroken.hyphened(text) == unbroken.spaced(text) == text


def test_no_paper_breaks_it() -> None:
    paper = make(line(SAID))

    word = docx.Document(io.BytesIO(to_docx.render(paper)))
    assert BOUND.replace("\u2011", "-") in [paragraph.text for paragraph in word.paragraphs]
    assert word.element.xml.count("<w:noBreakHyphen/>") == 2

    with zipfile.ZipFile(io.BytesIO(to_odt.render(paper))) as parts:
        assert BOUND in "".join(etree.fromstring(parts.read("content.xml")).itertext())

    html = to_html.body(paper)
    assert '<span class="unbroken">036-123 45 67</span> op' in html
    assert '<span class="unbroken">2027-2028</span>.' in html


def test_a_row_of_one_sign_can_break() -> None:
    assert max(map(len, carried("naam: " + "_" * 300).split("\u200b"))) < 32


def test_in_plain_text_a_number_goes_whole_to_the_next_line() -> None:
    text = to_text.render(make(line("x" * 68 + " 036-123 45 67 en " + "y" * 90))).decode()
    assert "\n036-123\u00a045\u00a067 en\n" in text
    assert "y" * 90 in text


def test_on_the_screen_a_mark_stays_with_the_first_word_unless_that_is_long() -> None:
    sign = Mark("full", "is er:", show_label=False)

    short = to_html.body(make(line(sign, " Rekenmateriaal om te voelen")))
    long = to_html.body(make(line(sign, f" {'w' * 40}")))

    phone = to_html.body(make(line(sign, " 036-123 45 67 bellen")))
    link = to_html.body(make(line(sign, Text(" Lees meer", href="https://school.nl"))))

    assert "036-123 45 67</span></span> bellen" in phone
    assert link.count("<a ") == 1
    assert "</svg> Rekenmateriaal</span> om te voelen</p>" in short
    assert f"</svg> {'w' * 40}</p>" in long


def test_a_row_of_marks_can_break() -> None:
    sign = Mark("full", "ja", show_label=False)
    between = [part.text for part in drawings.bound((sign, Text(" "), sign)) if isinstance(part, Text)]
    assert "".join(between) == " "
