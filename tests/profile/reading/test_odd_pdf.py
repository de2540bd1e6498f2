"""PDFs as people make them are read as people read them; what cannot be read is said."""

from __future__ import annotations

import io

import pikepdf
import pytest
import typst
from pikepdf import Array, Dictionary, Name, String

from dekkend.profile.reading.file.child import passages
from dekkend.profile.reading.file.passages import Passage

SET = '#set page(paper: "a4")\n#set text(size: 11pt, lang: "nl")\n'
LINE = "De leerkracht kijkt elke week of het werkt, en past het aanbod aan. "
TITLE = '#text(size: 16pt, weight: "bold")'


def made(source: str, *, page: str = "") -> bytes:
    return typst.compile((SET + (f"#set page({page})\n" if page else "") + source).encode(), format="pdf")


def read(source: str, *, page: str = "") -> list[Passage]:
    return passages(made(source, page=page))


def told(found: list[Passage]) -> list[tuple[tuple[str, ...], str]]:
    return [(each.labels, each.text) for each in found if each.kind in ("cell", "row")]


def test_columns_of_text_are_read_one_after_the_other() -> None:
    """A paragraph that goes on in the next column is one."""
    long = f"{'de leerkracht kijkt elke week of het werkt en past het aanbod aan, ' * 45}en dat is alles."
    source = f"{TITLE}[1 Visie]\n\n{long}\n\n{TITLE}[2 Grenzen]\n\n{LINE * 20}"
    found = read(source, page="columns: 2")
    assert [(each.kind, each.text) for each in found] == [
        ("heading", "1 Visie"),
        ("paragraph", long),
        ("heading", "2 Grenzen"),
        ("paragraph", (LINE * 20).strip()),
    ]


def test_frame_beside_the_text_is_read_after_it() -> None:
    words = "Wij hebben 214 leerlingen en negen groepen in een gebouw."
    frame = f"#place(top + right, dy: 60pt, box(width: 4.5cm)[{words}])"
    found = read(f"{frame}\n{TITLE}[1 Onze school]\n\n#block(width: 10cm)[{LINE * 6}]")
    assert [each.text for each in found] == [
        "1 Onze school",
        (LINE * 6).strip(),
        words,
    ]


@pytest.mark.parametrize("leading", ["0.4em", "0.65em", "1.4em"])
def test_paragraph_is_one_however_far_its_lines_are_apart(leading: str) -> None:
    source = f"#set par(leading: {leading}, spacing: 2em)\n{LINE * 5}\n\nOok ouders. {LINE * 5}"
    assert [each.text for each in read(source)] == [(LINE * 5).strip(), f"Ook ouders. {LINE * 5}".strip()]


def test_merged_cells_stand_over_and_beside_what_they_cover() -> None:
    inside, outside = (
        "De gedragsspecialist begeleidt de leerkracht in de klas.",
        "Jeugdhulp komt elke woensdag op school.",
    )
    table = f"""#table(columns: (1fr, 2fr, 2fr),
      table.cell(colspan: 3, align: center)[*Arrangement gedrag voor de bovenbouw*],
      [*Doelgroep*], [*Binnen*], [*Buiten*],
      table.cell(rowspan: 2)[Druk], [{inside}], [{outside}],
      [{inside}], [{outside}],
      [Boos], table.cell(colspan: 2)[{inside} {outside}])"""
    title = "Arrangement gedrag voor de bovenbouw"
    assert told(read(table)) == [
        ((title, "Druk", "Binnen"), inside),
        ((title, "Druk", "Buiten"), outside),
        ((title, "Druk", "Binnen"), inside),
        ((title, "Druk", "Buiten"), outside),
        ((title, "Boos"), f"{inside} {outside}"),
    ]


@pytest.mark.parametrize(
    "head", ["table.header([*Groep*], [*Hulp*], [*Plek*])", "[*Groep*], [*Hulp*], [*Plek*]"]
)
def test_table_over_two_pages_is_one(head: str) -> None:
    """Whether or not the names of the columns come back; a row that the page cuts is one."""
    place = "Een eigen plek in de klas, dicht bij de deur."
    rows = f"[Dyslexie], [{LINE * 4}], [Rustig.], [Gedrag], [{LINE * 2}], [{place}]"
    found = read(f"#v(19cm)\n#table(columns: (1fr, 2fr, 2fr), {head}, {rows})\nErna.", page="height: 25cm")
    assert max(each.page for each in found) == 2
    assert told(found) == [
        (("Dyslexie", "Hulp"), (LINE * 4).strip()),
        (("Dyslexie", "Plek"), "Rustig."),
        (("Gedrag", "Hulp"), (LINE * 2).strip()),
        (("Gedrag", "Plek"), place),
    ]


def test_table_without_lines_is_read_by_its_rows() -> None:
    reading = (
        "De leesspecialist helpt vier keer per week in een groepje.",
        "Een hoek in de bibliotheek van de school.",
    )
    rest = (
        "De gedragsspecialist begeleidt de leerkracht in de klas.",
        "Een plek waar een kind even kan landen.",
    )
    cells = ("*Groep*", "*Hulp*", "*Plek*", "Dyslexie", *reading, "Gedrag", *rest)
    set_as = "columns: (3cm, 6cm, 6cm), row-gutter: 10pt, column-gutter: 10pt"
    assert told(read(f"#grid({set_as}, {', '.join(f'[{cell}]' for cell in cells)})")) == [
        (("Dyslexie", "Hulp"), reading[0]),
        (("Dyslexie", "Plek"), reading[1]),
        (("Gedrag", "Hulp"), rest[0]),
        (("Gedrag", "Plek"), rest[1]),
    ]


@pytest.mark.parametrize("angle", ["90deg", "-90deg"])
def test_page_that_lies_on_its_side_is_read(angle: str) -> None:
    found = read(f"#rotate({angle}, reflow: true, block(width: 16cm)[{TITLE}[1 Visie]\n\n{LINE * 4}])")
    assert [each.text for each in found] == ["1 Visie", (LINE * 4).strip()]


def test_page_that_says_it_is_turned_is_read() -> None:
    with pikepdf.open(io.BytesIO(made(f"{TITLE}[1 Visie]\n\n{LINE * 4}"))) as file:
        file.pages[0].rotate(90, relative=True)
        found = passages(saved(file))
    assert [each.text for each in found] == ["1 Visie", (LINE * 4).strip()]


def test_words_on_their_side_in_a_table_are_read() -> None:
    table = (
        f"#table(columns: (2cm, 6cm), rotate(-90deg, reflow: true)[Begeleiding], [{LINE}], [Plek], [{LINE}])"
    )
    assert [labels for labels, _ in told(read(table))] == [("Begeleiding",), ("Plek",)]


def test_bullets_and_words_set_together_are_letters_again() -> None:
    found = read("#set list(marker: [\u27a2])\n- efficiënte afleiding\n- officiële reflectie\n\nErna.")
    assert [each.text for each in found] == ["- efficiënte afleiding\n- officiële reflectie", "Erna."]


def test_word_that_is_broken_at_the_end_of_a_line_is_whole() -> None:
    words = "Het onderwijsondersteuningsprofiel en de samenwerkingsverbandafspraken staan op de schoolpagina."
    found = read(f"#set text(hyphenate: true)\n#block(width: 5cm)[{words}]")
    assert [each.text for each in found] == [words]


def test_word_that_is_longer_than_its_column_is_whole() -> None:
    """A word processor cuts it without a sign; elsewhere it stands whole."""
    table = (
        f"#table(columns: (2.7cm, 8cm), [samenwerkin \\ gsverband], [{LINE}], [koptelefoons \\ en], [{LINE}])"
    )
    found = told(read(f"Het samenwerkingsverband en wij.\n\n{table}"))
    assert [labels for labels, _ in found] == [("samenwerkingsverband",), ("koptelefoons en",)]


def test_contents_are_left_out() -> None:
    lines = " \\ ".join(
        f"{number} {name} #h(1fr) {page}" for number, name, page in ((1, "Visie", 3), (2, "Grenzen", 12))
    )
    found = read(f"{TITLE}[Inhoudsopgave]\n\n{lines}\n\n{TITLE}[1 Visie]\n\n{LINE}")
    assert [each.text for each in found] == ["1 Visie", LINE.strip()]


def test_name_on_the_cover_is_not_above_the_chapters() -> None:
    cover = "#text(size: 28pt)[Ons profiel]\n\n#text(size: 22pt)[De Wilgenhoek]\n\n"
    found = read(f"{cover}{TITLE}[1 Visie]\n\n{LINE}\n\n{TITLE}[2 Grenzen]\n\n{LINE}")
    assert [each.path for each in found if each.kind == "paragraph"] == [("1 Visie",), ("2 Grenzen",)]


def test_head_of_every_page_is_left_out_also_as_a_table() -> None:
    head = "header: table(columns: (1fr, 1fr), [De Wilgenhoek], [versie 3]), margin: (top: 4cm)"
    texts = [f"{f'{word} kijkt elke week of het werkt. ' * 6}".strip() for word in ("Een", "Twee", "Drie")]
    found = read("#pagebreak()\n".join(f"{text}\n" for text in texts), page=head)
    assert [each.text for each in found] == texts


def saved(file: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def with_fields(source: str, *fields: Dictionary) -> bytes:
    with pikepdf.open(io.BytesIO(made(source))) as file:
        widgets = Array([file.make_indirect(field) for field in fields])
        file.Root.AcroForm = Dictionary(Fields=widgets)
        file.pages[0].obj.Annots = widgets
        return saved(file)


def at(top: float, **told: object) -> Dictionary:
    """Beside a line of which the top is so far from the top of an A4."""
    return Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, Rect=Array([160, 842 - top - 12, 300, 842 - top]), **told
    )


def test_what_was_filled_in_in_a_form_is_read_in_its_place() -> None:
    """The words, the choice and the boxes; what waits and what is a button is left out."""
    lines = ["School:", "Lift", "Toilet", "Weging:", "Fax:", "Druk"]
    source = "#set par(leading: 0pt, spacing: 0pt)\n" + "".join(
        f"#place(top + left, dy: {40 * number}pt)[{line}]\n" for number, line in enumerate(lines)
    )
    above = 71
    data = with_fields(
        f"{source}#v(10cm)\n{LINE * 3}",
        at(above, FT=Name.Tx, V=String("De Wilgenhoek")),
        at(above + 40, FT=Name.Btn, AS=Name.Yes),
        at(above + 80, FT=Name.Btn, AS=Name.Off),
        at(above + 120, V=String("29,4"), Parent=Dictionary(FT=Name.Ch)),
        at(above + 160, FT=Name.Tx),
        at(above + 200, FT=Name.Btn, Ff=0x10000, V=Name.Druk),
    )
    said = [each.text for each in passages(data)]
    assert said[:4] == ["School: De Wilgenhoek", "Lift ☒", "Toilet ☐", "Weging: 29,4"]
    assert said[4:6] == ["Fax:", "Druk"]


def test_picture_and_page_without_text_are_said() -> None:
    with pikepdf.open(
        io.BytesIO(made(f"{LINE * 4}\n#pagebreak()\n{LINE * 4}\n#pagebreak()\n#v(1cm)"))
    ) as file:
        image = file.make_stream(
            bytes([120, 120, 120]), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8,
        )  # fmt: skip
        for number in (1, 2):
            page = file.pages[number]
            page.Resources.XObject = Dictionary(Im=image)
            page.contents_add(b"q 400 0 0 300 90 200 cm /Im Do Q")
        small = file.pages[0]
        small.Resources.XObject = Dictionary(Im=image)
        small.contents_add(b"q 60 0 0 60 90 200 cm /Im Do Q")
        found = passages(saved(file))
    assert [(each.page, each.text) for each in found if each.kind == "gap"] == [
        (2, "Hier staat een afbeelding. Wat daarin geschreven staat, lees ik niet."),
        (3, "Op deze bladzijde staat alleen een afbeelding of een scan. Die kan ik niet lezen."),
    ]
