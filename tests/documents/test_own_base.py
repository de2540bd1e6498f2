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
    assert lines[1].startswith("Elke regel brengt u naar dat deel.")
    assert [lines[0], *lines[2:4]] == ["Inhoud", "1Onze school", "1.1Onze visie"]


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
        "De Kroontjespen  ·  Schoolondersteuningsprofiel  ·  Concept, versie 2\u2002\tpagina\u00a01\u00a0van\u00a01",
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


def with_styles(*more: str, normal: str = "") -> bytes:
    plain = '<w:spacing w:after="0"/>'
    return bases.letterhead(styles=bases.STYLES.replace(plain, normal or plain, 1) + "".join(more))


def chain(file: WordFile, identity: str) -> list[str]:
    above = {
        each.get(qn("w:styleId")): each.find(qn("w:basedOn"))
        for each in file.styles.element.findall(qn("w:style"))
    }
    found = [identity]
    while len(found) < 100 and above[found[-1]] is not None:
        found.append(above[found[-1]].get(qn("w:val")))
    return found


CIRCLES = {
    "two": '<w:basedOn w:val="B"/>|<w:basedOn w:val="A"/>',
    "itself": '<w:basedOn w:val="A"/>|',
    "nobody": '<w:basedOn w:val="Z"/>|<w:basedOn w:val="A"/>',
    "letters": '<w:basedOn w:val="Teken"/>|<w:basedOn w:val="A"/>',
}


@pytest.mark.parametrize("name", CIRCLES)
def test_styles_that_go_round_are_cut_loose(name: str) -> None:
    """LibreOffice falls over them, with the paper of everybody who opens it there."""
    one, other = CIRCLES[name].split("|")
    styles = (
        f'<w:style w:type="paragraph" w:styleId="A"><w:name w:val="List Paragraph"/>{one}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Caption"/>{other}</w:style>'
        '<w:style w:type="character" w:styleId="Teken"><w:name w:val="Teken"/></w:style>'
    )
    made = own.prepare(with_styles(styles)).docx
    file = docx.Document(io.BytesIO(render(SAMPLES["every node"], made)))
    for style in file.styles.element.findall(qn("w:style")):
        assert len(chain(file, style.get(qn("w:styleId")))) <= 12


def test_long_rows_of_styles_are_cut() -> None:
    rows = "".join(
        f'<w:style w:type="paragraph" w:styleId="D{n}"><w:name w:val="D {n}"/><w:basedOn w:val="D{n + 1}"/></w:style>'
        for n in range(60)
    )
    file = docx.Document(io.BytesIO(own.prepare(with_styles(rows)).docx))
    ids = [each.get(qn("w:styleId")) for each in file.styles.element.findall(qn("w:style"))]
    assert max(len(chain(file, each)) for each in ids) <= 12


@pytest.mark.parametrize(
    ("normal", "tag"),
    [
        ("<w:pageBreakBefore/>", "w:pageBreakBefore"),
        ('<w:framePr w:w="100" w:h="90"/>', "w:framePr"),
        ("<w:bidi/>", "w:bidi"),
        ('<w:jc w:val="right"/>', "w:jc"),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>', "w:numPr"),
    ],
)
def test_plain_text_is_not_moved_turned_or_counted(normal: str, tag: str) -> None:
    file = docx.Document(io.BytesIO(own.prepare(with_styles(normal=normal)).docx))
    assert next(file.styles["Normal"].element.iter(qn(tag)), None) is None


def test_hidden_text_is_seen_and_a_heading_may_open_a_page() -> None:
    styles = bases.STYLES.replace("<w:b/>", "<w:b/><w:vanish/>").replace(
        "<w:keepNext/><w:numPr>", "<w:keepNext/><w:pageBreakBefore/><w:numPr>"
    )
    assert "vanish" in styles
    file = docx.Document(io.BytesIO(own.prepare(bases.letterhead(styles=styles)).docx))
    assert next(file.styles.element.iter(qn("w:vanish")), None) is None
    assert file.styles["Heading 1"].paragraph_format.page_break_before


def test_air_and_indents_leave_room_for_text() -> None:
    wild = (
        '<w:spacing w:before="31680" w:after="zz" w:line="20" w:lineRule="exact"/>'
        '<w:ind w:left="9000" w:right="400"/>'
    )
    plain = docx.Document(io.BytesIO(own.prepare(with_styles(normal=wild)).docx)).styles["Normal"].element.pPr
    assert plain.find(qn("w:spacing")).attrib == {qn("w:before"): "2000"}
    assert plain.find(qn("w:ind")).attrib == {qn("w:right"): "400"}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('<w:sz w:val="34"/>', '<w:sz w:val="3276"/>', "“heading 1” zijn 1638 punt"),
        ('<w:sz w:val="19"/>', '<w:sz w:val="50"/>', "“Normal” zijn 25 punt"),
        ('<w:sz w:val="19"/>', '<w:sz w:val="2"/>', "“Normal” zijn 1 punt"),
    ],
)
def test_letters_of_an_absurd_size_are_refused(before: str, after: str, said: str) -> None:
    with pytest.raises(own.Unfit, match=said):
        own.prepare(bases.letterhead(styles=bases.STYLES.replace(before, after)))


def test_a_size_that_is_no_number_is_none() -> None:
    for wild in ("groot", "1e999", "nan"):
        made = own.prepare(bases.letterhead(styles=bases.STYLES.replace('w:val="34"', f'w:val="{wild}"')))
        assert docx.Document(io.BytesIO(made.docx)).styles["Heading 1"].font.size is None


def test_a_tracked_change_of_the_page_does_not_count() -> None:
    before = '<w:sectPr><w:pgSz w:w="900" w:h="900"/></w:sectPr>'
    change = f'<w:sectPrChange w:id="1" w:author="Juf">{before}</w:sectPrChange>'
    section = bases.SECTION.replace("</w:sectPr>", f"{change}</w:sectPr>")
    assert own.prepare(bases.letterhead(section=section)).told["page"] == "A4, staand"


def test_a_picture_that_is_not_there_is_said() -> None:
    heads = bases.related(("image", "media/weg.png")).encode()
    with pytest.raises(own.Unfit, match="niet in het bestand zit"):
        own.prepare(bases.letterhead(parts={"word/_rels/header1.xml.rels": heads}))


def test_pale_plain_text_is_told() -> None:
    styles = bases.STYLES.replace('<w:sz w:val="19"/>', '<w:color w:val="FFFFFF"/><w:sz w:val="19"/>')
    told = own.prepare(bases.letterhead(styles=styles)).told
    assert any("De kleur van “Standaard” is te licht" in notice for notice in told["notices"])


def test_only_lists_that_are_used_go_along() -> None:
    kinds = "".join(f'<w:abstractNum w:abstractNumId="{n}"/>' for n in range(300))
    lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(300))
    head = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr></w:p>'
    numbering = f"<w:numbering {bases.SPACES}>{kinds}{lists}</w:numbering>"
    made = own.prepare(bases.letterhead(head=head, parts={"word/numbering.xml": numbering})).docx
    element = docx.Document(io.BytesIO(made)).part.numbering_part.element
    assert "1077" in [each.get(qn("w:numId")) for each in element.findall(qn("w:num"))]
    assert "1077" in [each.get(qn("w:abstractNumId")) for each in element.findall(qn("w:abstractNum"))]
    assert len(element) < 10


@pytest.mark.parametrize(("lines", "refused"), [(20, False), (40, True)])
def test_a_head_that_fills_the_page_is_refused(lines: int, refused: bool) -> None:
    offered = bases.letterhead(head="<w:p><w:r><w:t>regel</w:t></w:r></w:p>" * lines)
    if not refused:
        assert own.prepare(offered).docx
        return
    with pytest.raises(own.Unfit, match="te hoog"):
        own.prepare(offered)


def test_a_head_that_begins_far_down_begins_near_the_top() -> None:
    low = bases.SECTION.replace('w:header="708"', 'w:header="19000"')
    distance = (
        docx.Document(io.BytesIO(own.prepare(bases.letterhead(section=low)).docx)).sections[0].header_distance
    )
    assert distance is not None
    assert distance.mm < 60


HEAD_FILL = '<w:tcPr><w:shd w:val="clear" w:fill="DCEFE7"/></w:tcPr>'


@pytest.mark.parametrize(
    ("head", "colour"),
    [
        ('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>', "auto"),
        ('<w:rPr><w:color w:val="FFFFFF" w:themeColor="background1"/></w:rPr>' + HEAD_FILL, "auto"),
        (
            '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
            + HEAD_FILL.replace('"clear"', '"solid" w:color="0B6E4F"'),
            "FFFFFF",
        ),
        ('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>' + HEAD_FILL.replace("DCEFE7", "0B6E4F"), "FFFFFF"),
        ('<w:rPr><w:color w:val="0B6E4F"/></w:rPr>', "0B6E4F"),
    ],
)
def test_letters_of_a_table_are_seen_on_their_fill(head: str, colour: str) -> None:
    made = own.prepare(bases.letterhead(styles=bases.STYLES.replace(HEAD_FILL, head)))
    style = docx.Document(io.BytesIO(made.docx)).styles["Schooltabel"].element
    (found,) = style.iter(qn("w:color"))
    assert dict(found.attrib) == {qn("w:val"): colour}
    told = any("niet te zien op hun achtergrond" in notice for notice in made.told["notices"])
    assert told == (colour == "auto")


@pytest.mark.parametrize("target", ["Styles.xml", "styles%2Exml", "/word/STYLES%2exml"])
def test_a_part_is_found_however_its_name_is_spelled(target: str) -> None:
    letter = bases.letterhead()
    with zipfile.ZipFile(io.BytesIO(letter)) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    offered = bases.letterhead(
        parts={"word/_rels/document.xml.rels": relations.replace("styles.xml", target)}
    )
    assert own.prepare(offered).docx == own.prepare(letter).docx


def test_relations_are_read_however_their_name_is_spelled() -> None:
    fetch = bases.related(("frame", "https://elders.example/"))
    with pytest.raises(own.Unfit, match="van een andere plek"):
        own.prepare(bases.letterhead(parts={"word/_RELS/webSettings.xml.RELS": fetch}))


def test_two_spellings_of_one_name_are_refused() -> None:
    with pytest.raises(own.Unfit, match="niet heel"):
        own.prepare(bases.letterhead(parts={"word/styles%2Exml": "<x/>"}))


@pytest.mark.parametrize("size", ["9000000", "9000000.4"])
def test_a_height_with_a_fraction_counts(size: str) -> None:
    high = bases.HEAD.replace('cy="', f'cy="{size}" old="')
    with pytest.raises(own.Unfit, match="te hoog"):
        own.prepare(bases.letterhead(head=high))
