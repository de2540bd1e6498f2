"""The letters of a poster in Word and OpenDocument: larger where there is room, small enough for one page."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from zipfile import ZipFile

import docx
import pytest

from dekkend.documents import poster_room, to_docx, to_odt
from dekkend.documents.tidy import tidy
from dekkend.documents.tree import Bullets, Document, Facts, Section, Text
from tests.documents.samples import SAMPLES, line, make

FULL = SAMPLES["poster of a school that does much"]


def poster(points: int) -> Document:
    listed = Bullets(tuple((line("Hulp bij lezen en rekenen"),) for _ in range(points)))
    return make(Section("Dit krijgt elk kind", (listed,)), title="Wat wij doen", shape="poster", cover=False)


def test_the_fewer_words_the_larger_the_letters() -> None:
    sizes = [poster_room.scale(tidy(poster(points))) for points in (2, 12, 24, 36, 300)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (poster_room.SCALES[0], poster_room.SCALES[-1])
    assert len(set(sizes)) >= 4


@pytest.mark.parametrize("points", [2, 24])
def test_letters_of_word_and_opendocument_are_those_of_the_scale(points: int) -> None:
    scale = poster_room.scale(tidy(poster(points)))
    styles = docx.Document(io.BytesIO(to_docx.render(poster(points)))).styles
    assert styles["Heading 1"].font.size.pt == round(40 * scale) / 2
    with ZipFile(io.BytesIO(to_odt.render(poster(points)))) as archive:
        xml = archive.read("styles.xml").decode()
    heading = re.search(r'style:name="Heading_20_1".*?fo:font-size="([\d.]+)pt"', xml)
    assert heading
    assert float(heading[1]) == pytest.approx(20 * scale)


def test_the_foot_keeps_its_size_and_says_year_standing_and_notices() -> None:
    said = poster_room.foot_lines(tidy(replace(FULL, status="Concept, versie 2")))
    assert said[0] == "Schooljaar 2027-2028 · Concept, versie 2"
    file = docx.Document(io.BytesIO(to_docx.render(FULL)))
    foot = file.sections[0].footer
    assert [p.text.strip() for p in foot.paragraphs] == ["Schooljaar 2027-2028", FULL.notices[0].strip()]
    assert file.styles["footer"].font.size.pt == 8.5
    with ZipFile(io.BytesIO(to_odt.render(FULL))) as archive:
        xml = archive.read("styles.xml").decode()
    below = xml[xml.index("<style:footer>") : xml.index("</style:footer>")]
    assert "Schooljaar 2027\u20112028" in below
    assert "gereconstrueerd" in below


def test_a_long_word_in_the_title_stays_whole() -> None:
    long = make(title="Schoolondersteuningsprofielen", shape="poster", cover=False)
    assert poster_room.title_size(long, 1.8) < poster_room.title_size(make(title="Kort"), 1.8)


def test_labels_have_the_room_they_ask_for() -> None:
    short, long = (Facts(((label, (Text("x"),)),)) for label in ("E-mail", "Ouder- en jeugdsteunpunt"))
    assert poster_room.label_width(short, 1) < poster_room.label_width(long, 1)
    assert poster_room.label_width(long, 1) < poster_room.label_width(long, 1.5)


def test_lines_have_a_height_of_their_own_whatever_the_font() -> None:
    high = poster_room.line_heights(poster_room.scale(tidy(FULL)))
    styles = docx.Document(io.BytesIO(to_docx.render(FULL))).styles
    for name, points in high.items():
        assert styles[name].paragraph_format.line_spacing.pt == pytest.approx(points, abs=0.05)
    with ZipFile(io.BytesIO(to_odt.render(FULL))) as archive:
        xml = archive.read("styles.xml").decode()
    for name, points in high.items():
        shown = name.replace("Body Text", "Text body")
        assert re.search(
            rf'style:display-name="{shown}"[^>]*><style:paragraph-properties fo:line-height="{points:g}pt"',
            xml,
        )
