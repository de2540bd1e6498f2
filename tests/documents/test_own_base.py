"""A Word file of a school under our papers: it looks like the school's, and is still a paper of ours."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from PIL.PngImagePlugin import PngInfo

from dekkend.documents.papers import render as on_paper
from dekkend.documents.to_docx import own, render
from dekkend.documents.tree import Base, Section
from tests.documents import bases, parts
from tests.documents.samples import SAMPLES, line, make
from tests.kit.files import picture

OFFERED = {**bases.OFFERED, "a paper of ours": render(SAMPLES["school"])}


@cache
def base(name: str) -> bytes:
    return own.prepare(OFFERED[name]).docx


def opened(name: str, sample: str = "school") -> WordFile:
    return docx.Document(io.BytesIO(render(SAMPLES[sample], base(name))))


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", OFFERED)
def test_the_same_base_gives_the_same_bytes(name: str) -> None:
    assert own.prepare(OFFERED[name]).docx == base(name)
    assert render(SAMPLES["school"], base(name)) == render(SAMPLES["school"], base(name))


@pytest.mark.parametrize("name", OFFERED)
def test_a_prepared_base_can_be_offered_again(name: str) -> None:
    again = own.prepare(base(name))
    assert render(SAMPLES["every node"], again.docx)


@pytest.mark.parametrize("sample", ["school", "every node", "odd places", "deep"])
@pytest.mark.parametrize("name", OFFERED)
def test_headings_tables_and_pictures_are_what_they_are_in_our_own(name: str, sample: str) -> None:
    file = opened(name, sample)
    styles = [p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") for p in file.element.body.iter(qn("w:p"))]
    names = [style.get(qn("w:val")) for style in styles if style is not None]
    levels = [int(each.removeprefix("Heading")) for each in names if each.startswith("Heading")]
    assert levels == [min(level, 9) for level, _ in parts.headings(SAMPLES[sample])]
    assert set(names) <= {each.get(qn("w:styleId")) for each in file.styles.element}
    for table in file.element.body.iter(qn("w:tbl")):
        assert table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val"))
    for part in (file.element.body, file.sections[0].header._element):
        assert all(each.get("descr") for each in part.iter(qn("wp:docPr")))


@pytest.mark.parametrize("name", OFFERED)
def test_language_title_and_contents_hold(name: str) -> None:
    file = opened(name)
    said = {each.get(qn("w:val")) for each in file.styles.element.iter(qn("w:lang"))}
    assert said == {"nl-NL"}
    core = file.core_properties
    assert (core.title, core.author, core.language) == (
        "Schoolondersteuningsprofiel",
        "De Kroontjespen",
        "nl-NL",
    )
    contents = file.element.body.find(f"{qn('w:sdt')}/{qn('w:sdtContent')}")
    lines = ["".join(p.itertext(qn("w:t"))) for p in contents.findall(qn("w:p"))]
    assert lines[:3] == ["Inhoud", "1Onze school", "1.1Onze visie"]


@pytest.mark.parametrize("name", OFFERED)
def test_only_headings_are_counted_and_by_our_list(name: str) -> None:
    styles = opened(name).styles.element
    found = {
        each.get(qn("w:styleId")): each.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        for each in styles
    }
    ours = {f"Heading{level}" for level in range(1, 10)}
    assert {key for key, number in found.items() if number is not None and number.val == 2} == ours
    assert found["TocHeading"] is None or found["TocHeading"].val == 0


@pytest.mark.parametrize("name", OFFERED)
def test_every_style_and_list_has_a_name_of_its_own(name: str) -> None:
    file = opened(name)
    ids = [each.get(qn("w:styleId")) for each in file.styles.element.findall(qn("w:style"))]
    assert len(ids) == len(set(ids))
    numbering = file.part.numbering_part.element
    for tag, key in (("w:num", "w:numId"), ("w:abstractNum", "w:abstractNumId")):
        numbers = [each.get(qn(key)) for each in numbering.findall(qn(tag))]
        assert len(numbers) == len(set(numbers))
    tags = [each.tag for each in numbering]
    assert tags == sorted(tags, key=[qn("w:abstractNum"), qn("w:num")].index)


def test_dutch_style_ids_are_known_by_their_name() -> None:
    file = opened("letterhead")
    assert file.styles["Heading 1"].font.name == "Trebuchet MS"
    assert str(file.styles["Heading 2"].font.color.rgb) == "C8553D"
    assert file.styles["Heading 1"].style_id == "Heading1"
    assert file.styles["Cell"].font.name is None  # ours: theirs with that id is called otherwise


def test_what_the_base_lacks_takes_its_letters_and_its_size() -> None:
    styles = opened("letterhead").styles
    assert styles["School"].font.name is None
    assert styles["Heading 3"].base_style.name == "Heading 2"
    assert styles["Cell"].font.size.pt == 8.5  # 9,5 in ours, beside 10,5
    assert 1 <= len(list(styles.element.iter(qn("w:docDefaults")))) < 2


def test_the_table_of_the_school_is_used() -> None:
    style = opened("letterhead").tables[1].style  # the first is the road
    assert style is not None
    assert style.name == "Schooltabel"


def test_page_head_and_foot_stay_and_our_line_stands_above() -> None:
    file = opened("letterhead")
    section = file.sections[0]
    assert section.top_margin is not None
    assert round(section.top_margin.mm) == 40
    assert not section.different_first_page_header_footer  # its head is on the cover as well
    assert next(section.header._element.iter(qn("w:drawing")), None) is not None
    assert [p.text for p in section.footer.paragraphs] == [
        "De Kroontjespen  ·  Schoolondersteuningsprofiel  ·  Concept, versie 2\tpagina 1 van 1",
        "www.deleesplank.example · Kade 1, Almere",
    ]
    assert next(file.element.body.iter(qn("w:cols")), None) is None


def test_a_foot_that_counts_pages_is_not_followed_by_a_second_count() -> None:
    field = '<w:p><w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    made = render(SAMPLES["school"], own.prepare(bases.letterhead(foot=field)).docx)
    first = docx.Document(io.BytesIO(made)).sections[0].footer.paragraphs[0].text
    assert first.endswith("Concept, versie 2")


def test_a_head_with_a_picture_takes_the_place_of_our_sign() -> None:
    with_head, without = opened("letterhead", "smallest"), opened("python-docx", "smallest")
    assert len(without.inline_shapes) - len(with_head.inline_shapes) == 1


def test_tables_fill_the_page_of_the_base() -> None:
    table = opened("letterhead").element.body.find(qn("w:tbl"))
    width = int(table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w")))
    assert 9072 - 14 < width <= 9072


def test_a_poster_keeps_its_own_page() -> None:
    poster = make(Section("Kop", (line("x"),)), shape="poster", cover=False)
    assert render(poster, base("letterhead")) == render(poster)


def test_the_tree_carries_its_base_to_every_form() -> None:
    tree = replace(SAMPLES["school"], base=Base("0" * 64, base("letterhead")))
    assert on_paper(tree, "docx") == render(SAMPLES["school"], base("letterhead"))
    assert on_paper(tree, "txt") == on_paper(SAMPLES["school"], "txt")
    assert "PK" not in repr(tree)  # what it is known by is its hash


def test_nothing_of_who_made_it_and_what_stood_in_it_is_kept() -> None:
    kept = b"".join(files(base("letterhead")).values())
    for secret in (b"Geheim", b"Beste ouders", b"AA11BB", b"en-US"):
        assert secret not in kept


def test_a_template_becomes_a_document() -> None:
    made = own.prepare(bases.letterhead(main=bases.TEMPLATE))
    assert b"template" not in files(made.docx)["[Content_Types].xml"]
    assert render(SAMPLES["school"], made.docx)


def test_a_verbose_program_gets_its_strange_numbers_read() -> None:
    odd = bases.SECTION.replace('w:top="2268"', 'w:top="2268.4"').replace('w:footer="567"', 'w:footer="veel"')
    assert own.prepare(bases.letterhead(section=odd)).told["page"] == "A4, staand"


def test_it_is_told_what_is_taken_and_what_stays_behind() -> None:
    told = own.prepare(bases.letterhead()).told
    assert told["page"] == "A4, staand"
    assert told["header"] == "met een afbeelding"
    assert told["footer"] == "www.deleesplank.example · Kade 1, Almere"
    assert told["styles"][:2] == ["Kop 1 en 2", "Standaard"]
    assert told["table"] == "Schooltabel"
    assert told["left_out"] == [
        "de tekst in het document zelf (2 woorden)",
        "de namen van wie het maakte of bewaarde",
    ]
    assert told["notices"] == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("Trebuchet MS", "Schoolletter"), "Wie het lettertype Schoolletter niet"),
        (("0B6E4F", "FFE680"), "De kleur van “Kop 1” is te licht"),
        (('"heading 1"', '"Hoofdstuk"'), "“Kop 1” staat niet in het bestand"),
    ],
)
def test_it_is_told_what_may_disappoint(change: tuple[str, str], said: str) -> None:
    told = own.prepare(bases.letterhead(styles=bases.STYLES.replace(*change))).told
    assert any(said in notice for notice in told["notices"])


def test_paper_that_no_printer_here_has_is_told() -> None:
    letter = bases.SECTION.replace('w:w="11906" w:h="16838"', 'w:w="15840" w:h="12240"')
    told = own.prepare(bases.letterhead(section=letter)).told
    assert told["page"] == "279 bij 216 mm, liggend"
    assert [notice.split(".")[0] for notice in told["notices"]] == [
        "Het papier is geen A4",
        "Het papier ligt",
    ]


def test_pictures_in_the_head_are_drawn_anew() -> None:
    note = PngInfo()
    note.add_text("Author", "Juf Geheim")
    made = own.prepare(bases.letterhead(parts={"word/media/a.png": picture("PNG", (30, 10), pnginfo=note)}))
    media = [data for name, data in files(made.docx).items() if name.startswith("word/media/")]
    assert len(media) == 1
    assert b"Geheim" not in media[0]


def test_first_and_left_pages_of_the_base_are_followed() -> None:
    section: Any = bases.SECTION.replace("<w:cols", "<w:titlePg/><w:cols").replace(
        'w:type="default" r:id="rId5"', 'w:type="first" r:id="rId5"'
    )
    file = docx.Document(
        io.BytesIO(render(SAMPLES["school"], own.prepare(bases.letterhead(section=section)).docx))
    )
    assert file.sections[0].different_first_page_header_footer
    assert not file.sections[0].first_page_header.is_linked_to_previous


def shown(said: str, result: str) -> str:
    """A field as Word writes it, with what it shows."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return (
        f"<w:p>{marks[0]}<w:r><w:instrText> {said} </w:instrText></w:r>{marks[1]}<w:r><w:t>{result}</w:t></w:r>"
        f"{marks[2]}</w:p>"
    )


def test_fields_count_on_or_become_what_they_show_and_names_go() -> None:
    foot = shown("PAGE", "3") + shown("DOCVARIABLE plaats", "Almere") + shown("USERNAME", "Juf Geheim")
    foot += '<w:p><w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Juf Geheim</w:t></w:r></w:fldSimple></w:p>'
    foot += '<w:p><w:fldSimple w:instr=" FILENAME "><w:r><w:t>brief</w:t></w:r></w:fldSimple></w:p>'
    made = own.prepare(bases.letterhead(foot=foot))
    kept = next(data for name, data in files(made.docx).items() if name.endswith("footer-default.xml"))
    assert b"Geheim" not in kept
    assert b"DOCVARIABLE" not in kept
    assert kept.count(b"instrText") == 2  # of the page, begun and ended
    assert made.told["footer"] == "met paginanummers: Almere brief"
