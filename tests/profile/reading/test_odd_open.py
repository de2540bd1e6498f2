"""OpenDocument texts as people make them are read as people read them; what cannot be read is said."""

from __future__ import annotations

import io

import pytest
from odfdo import Document, Element

from dekkend.profile.reading.file.child import passages
from dekkend.profile.reading.file.passages import Passage

STYLES = {
    "Vet": '<style:text-properties fo:font-weight="bold"/>',
    "Streep": '<style:text-properties style:text-underline-style="solid"/>',
    "Teken": '<style:text-properties style:font-name="Wingdings"/>',
    "Weg": '<style:text-properties text:display="none"/>',
}


def read(*blocks: str) -> list[Passage]:
    made = Document("text")
    made.body.clear()
    for name, told in STYLES.items():
        for family in ("text", "paragraph"):
            style = f'<style:style style:name="{name}" style:family="{family}">{told}</style:style>'
            made.insert_style(Element.from_tag(style), automatic=True)
    for block in blocks:
        made.body.append(Element.from_tag(block))
    out = io.BytesIO()
    made.save(out)
    return passages(out.getvalue())


def texts(*blocks: str) -> list[str]:
    return [each.text for each in read(*blocks)]


def p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def span(inside: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{inside}</text:span>'


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def cell(inside: str = "", style: str = "", **spanned: int) -> str:
    told = "".join(f' table:number-{key}-spanned="{number}"' for key, number in spanned.items())
    return f"<table:table-cell{told}>{p(inside, style)}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"
BOX = '<loext:content-control loext:checkbox="true" loext:checked="{}">{}</loext:content-control>'
FORM_BOX = (
    '<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX">'
    '<field:param field:name="Checkbox_Checked" field:value="{}"/></field:fieldmark>'
)


def test_boxes_of_every_kind_are_one_list() -> None:
    lines = texts(
        p(f"{span(chr(0xF0FE), 'Teken')} protocol dyslexie"),
        p(f"{span('o', 'Teken')} lift"),
        p(f"{BOX.format('true', '☒')} plusklas"),
        p(f"{BOX.format('false', '☐')} taalklas"),
        p(f"{FORM_BOX.format('true')}<text:s/>maatjes"),
        p(f"{FORM_BOX.format('false')}<text:s/>ergotherapie"),
    )[0].split("\n")
    assert [line[2] for line in lines] == list("☒☐☒☐☒☐")
    assert lines[0] == "- ☒ protocol dyslexie"


def test_controls_of_a_form_say_what_they_show() -> None:
    boxes = "".join(
        f'<form:checkbox xml:id="{name}" form:label="{name}" form:current-state="{state}"/>'
        for name, state in (("lift", "checked"), ("helling", "unchecked"))
    )
    words = '<form:text xml:id="naam" form:current-value="De Wilgenhoek"/>'
    told = texts(
        f"<office:forms><form:form>{boxes}{words}</form:form></office:forms>",
        *(p(f'<draw:control draw:control="{name}"/>') for name in ("lift", "helling")),
        p('School: <draw:control draw:control="naam"/>'),
    )
    assert told == ["- ☒ lift\n- ☐ helling", "School: De Wilgenhoek"]


def test_merged_cells_stand_over_and_beside_what_they_cover() -> None:
    words = "De gedragsspecialist begeleidt de leerkracht in de klas, elke week."
    made = (
        row(cell("Arrangement gedrag", "Vet", columns=3), COVERED, COVERED)
        + row(cell("Doelgroep", "Vet", rows=2), cell("Aanbod", "Vet", columns=2), COVERED)
        + row(COVERED, cell("Binnen", "Vet"), cell("Buiten", "Vet"))
        + row(cell("Druk", rows=2), cell(words), cell(words))
        + row(COVERED, cell(words), cell(words))
        + row(cell("Boos"), cell(words, columns=2), COVERED)
    )
    title = "Arrangement gedrag"
    assert [each.labels for each in read(f"<table:table>{made}</table:table>")] == [
        (title, "Druk", "Aanbod Binnen"),
        (title, "Druk", "Aanbod Buiten"),
        (title, "Druk", "Aanbod Binnen"),
        (title, "Druk", "Aanbod Buiten"),
        (title, "Boos"),
    ]


def test_sections_are_read_and_hidden_ones_are_not() -> None:
    assert texts(
        f"<text:section>{p('In een sectie.')}</text:section>",
        f'<text:section text:display="none">{p("Verborgen sectie.")}</text:section>',
        p("Verborgen alinea.", "Weg"),
        p(f"Zichtbaar. {span('Verborgen.', 'Weg')}"),
        p("Naam: <loext:content-control loext:showing-place-holder='true'>Kies</loext:content-control>"),
    ) == ["In een sectie.", "Zichtbaar.", "Naam:"]


@pytest.mark.parametrize(
    "shape",
    [
        "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>",
        "<draw:custom-shape>{}</draw:custom-shape>",
        "<draw:g><draw:rect>{}</draw:rect></draw:g>",
    ],
)
def test_words_in_a_frame_are_read_once(shape: str) -> None:
    assert texts(p(f"Ervoor.{shape.format(p('In het kader.'))}"), p("Erna.")) == [
        "Ervoor.",
        "In het kader.",
        "Erna.",
    ]


def test_what_cannot_be_read_is_said_in_its_place() -> None:
    image = '<draw:image xlink:href="Pictures/1.png"/>'
    told = read(
        p("Zo gaat het."),
        p(f"<draw:frame>{image}<svg:title>Onze route</svg:title></draw:frame>"),
        f'<draw:frame><draw:object xlink:href="./Object 1"/>{image}</draw:frame>',
        f"<text:list><text:list-item>{p(f'Rust <draw:frame>{image}</draw:frame>')}</text:list-item>"
        f"<text:list-item>{p('Ruimte')}</text:list-item></text:list>",
    )
    assert [(each.kind, each.text) for each in told] == [
        ("paragraph", "Zo gaat het."),
        ("gap", "Hier staat een afbeelding (“Onze route”). Wat daarin geschreven staat, lees ik niet."),
        ("gap", "Hier staat een schema of grafiek. Dat kan ik niet lezen."),
        ("list", "- Rust\n- Ruimte"),
        ("gap", "Hier staat een afbeelding. Wat daarin geschreven staat, lees ik niet."),
    ]


def test_lines_that_look_like_headings_are_headings() -> None:
    told = read(p("1 GRENZEN"), p("1.2 Ouders", "Vet"), p(span("Samen", "Streep")), p("Wij werken samen."))
    assert [(each.text, each.level) for each in told if each.kind == "heading"] == [
        ("1 GRENZEN", 1),
        ("1.2 Ouders", 2),
        ("Samen", 6),
    ]


def test_a_contents_page_without_its_frame_is_left_out() -> None:
    assert texts(p("1 Visie 3", "Contents_20_1"), p("Wij beginnen.")) == ["Wij beginnen."]
