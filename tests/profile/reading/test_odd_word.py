"""Word files as people make them are read as people read them; what cannot be read is said."""

from __future__ import annotations

import pytest

from dekkend.profile.reading.file import signs
from tests.profile.reading.oddword import (
    BOLD,
    NAMES,
    WINGDINGS,
    control,
    drawn,
    field,
    form_box,
    head,
    p,
    r,
    read,
    sign,
    table,
    tc,
    texts,
    tr,
)  # fmt: skip


def test_boxes_of_every_kind_are_one_list() -> None:
    boxes = [
        p(sign("Wingdings", "F0FE"), r(" protocol dyslexie")),
        p(sign("Wingdings", "F0A8"), r(" lift")),
        p(sign("Wingdings 2", "F052"), r(" plusklas")),
        p(sign("Wingdings 2", "F0A3"), r(" taalklas")),
        p(control(True), r(" speelplein")),
        p(control(False), r(" time-out")),
        p(form_box(True), r(" maatjes")),
        p(form_box(False), r(" ergotherapie")),
        p(r("\uf0fe", WINGDINGS), r(" timers")),
        p(r("x", WINGDINGS), r(" picto’s")),
        p(r("ü", WINGDINGS), r(" dagritme")),
    ]
    lines = texts(*boxes)[0].split("\n")
    assert [line[2] for line in lines] == list("☒☐☒☐☒☐☒☐☒☒☒")
    assert lines[-1] == "- ☒ dagritme"


def test_what_is_ticked_in_a_row_is_said_in_words() -> None:
    rows = [
        tr(head("Deskundigheid"), head("in de school"), head("van buiten")),
        tr(tc("Gedrag"), tc(p(control(True))), tc(p(control(False)))),
        tr(tc("Dyslexie"), tc(p(sign("Wingdings", "F0FC"))), tc("x")),
        tr(tc("Angst"), tc(p(control(False))), tc()),
        tr(tc("Horen"), tc(), tc("op woensdag")),
    ]
    assert texts(table(*rows)) == [
        "Gedrag: in de school",
        "Dyslexie: in de school; van buiten",
        "Angst: niets aangekruist",
        "Horen: van buiten: op woensdag",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Lift: ☒ ja ☐ nee", "Lift: ja"),
        ("Lift ☐ ja ☒ nee", "Lift: nee"),
        ("☐ nooit ☒ soms ☒ vaak", "soms, vaak"),
        ("Is er een lift? ja ☐ nee ☒", "Is er een lift? nee"),
        ("Lift: ☐ ja ☐ nee", "Lift: niets aangekruist (ja, nee)"),
        ("- Lift: ☒ ja ☐ nee", "- Lift: ja"),
        ("☒ lift", "☒ lift"),
        ("ja ☒ nee ☐", "ja ☒ nee ☐"),  # the box may belong to either
        (f"☒ ja ☐ {'nee ' * 20}", f"☒ ja ☐ {'nee ' * 20}"),
    ],
)
def test_of_answers_to_choose_from_the_chosen_one_is_said(line: str, said: str) -> None:
    assert signs.chosen(line) == said


def test_bullets_of_symbol_fonts_make_a_list() -> None:
    marks = ["\uf0b7\t", "\uf0a7 ", "\uf0d8\t", "\uf076 ", "➢ ", "✓ ", "* ", "► ", "\uf123 "]
    assert texts(*(p(r(f"{mark}rust")) for mark in marks)) == ["\n".join(["- rust"] * len(marks))]


def test_lines_of_one_paragraph_with_bullets_are_items() -> None:
    lines = p(r("Wij hebben:"), "<w:r><w:br/></w:r>", r("• rust"), "<w:r><w:br/></w:r>", r("• ruimte"))
    assert texts(lines) == ["Wij hebben:", "- rust\n- ruimte"]


def test_numbers_capitals_and_lines_under_words_make_headings() -> None:
    blocks = [
        p(r("1 GRENZEN")), p(r("1.2 Ondersteuning", BOLD)), p(r("In de klas.")), p(r("ZORGTEAM")),
        p(r("Ouders", '<w:u w:val="single"/>')), p(r("Samen.")), p(r("Hoofdstuk 2: Ambities", BOLD)),
        p(r("Doel: ", BOLD), r("lezen.")),
    ]  # fmt: skip
    told = [(each.text, each.level) for each in read(*blocks) if each.kind == "heading"]
    assert told == [
        ("1 GRENZEN", 1), ("1.2 Ondersteuning", 2), ("ZORGTEAM", 5), ("Ouders", 6), ("Hoofdstuk 2: Ambities", 1),
    ]  # fmt: skip


def test_merged_cells_stand_over_and_beside_what_they_cover() -> None:
    goes_on, begins = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'
    inside, outside = (
        "De gedragsspecialist begeleidt de leerkracht in de klas.",
        "Jeugdhulp komt elke woensdag op school.",
    )
    rows = [
        tr(head("Arrangement gedrag", '<w:gridSpan w:val="3"/>')),
        tr(head("Doelgroep", begins), head("Aanbod", '<w:gridSpan w:val="2"/>')),
        tr(tc(set_as=goes_on), head("Binnen"), head("Buiten")),
        tr(tc("Druk", set_as=begins), tc(inside), tc(outside)),
        tr(tc(set_as=goes_on), tc(inside), tc(outside)),
        tr(tc("Boos"), tc(f"{inside} {outside}", set_as='<w:gridSpan w:val="2"/>')),
    ]
    title = "Arrangement gedrag"
    assert [each.labels for each in read(table(*rows))] == [
        (title, "Druk", "Aanbod Binnen"),
        (title, "Druk", "Aanbod Buiten"),
        (title, "Druk", "Aanbod Binnen"),
        (title, "Druk", "Aanbod Buiten"),
        (title, "Boos"),
    ]


def test_table_in_a_cell_is_read_in_its_cell() -> None:
    inner = table(tr(tc("Wie"), tc("leesspecialist")), tr(tc("Hoe vaak"), tc("vier keer per week")))
    outer = table(
        tr(head("Voor"), head("Begeleiding"), head("Materiaal")),
        tr(tc("Dyslexie"), tc("Elke dag is er hulp in een kleine groep.", inner, p()), tc("software")),
    )
    assert read(outer)[0].text == (
        "Elke dag is er hulp in een kleine groep.\n\nWie: leesspecialist\n\nHoe vaak: vier keer per week"
    )


def test_deleted_rows_and_ends_of_paragraphs_are_gone() -> None:
    gone = '<w:del w:id="1"/>'
    assert texts(
        p(r("Deel een "), set_as=f"<w:rPr>{gone}</w:rPr>"),
        p(r("en deel twee.")),
        table(tr(tc("Rij"), tc("blijft")), tr(tc("weg"), tc("ook weg"), set_as=gone)),
        p(r("Met opmerking."), '<w:r><w:commentReference w:id="0"/></w:r>'),
    ) == ["Deel een en deel twee.", "Rij: blijft", "Met opmerking."]


def test_hidden_words_and_words_that_wait_are_not_read() -> None:
    waiting = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert texts(
        p(r("Zichtbaar. "), r("Verborgen.", "<w:vanish/>")),
        waiting.format(p(r("Klik om tekst in te voeren."))),
        p(r("Naam: "), waiting.format(r("Kies een item."))),
    ) == ["Zichtbaar.", "Naam:"]


def test_fields_say_what_they_show() -> None:
    choices = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="nee"/><w:listEntry w:val="ja"/></w:ddList>'
    assert texts(
        p(r("Schooljaar "), field("DOCPROPERTY jaar", "2023-2024"), r(".")),
        p(field("FORMTEXT", "Ingevuld."), field("FORMDROPDOWN", data=f"<w:ffData>{choices}</w:ffData>")),
    ) == ["Schooljaar 2023-2024.", "Ingevuld.ja"]


def test_a_table_of_contents_over_paragraphs_is_left_out() -> None:
    begin, shown, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    contents = [p(begin, code, shown, r("1 Visie 3")), p(r("2 Grenzen 9")), p(end)]
    assert texts(*contents, p(r("Wij beginnen."))) == ["Wij beginnen."]


def test_letters_that_were_set_together_come_apart() -> None:
    assert texts(
        p(r("E\ufb03ciënt"), "<w:r><w:softHyphen/></w:r>", r(", kwali\xadteit, ge\u0308n\u200b"))
    ) == ["Efficiënt, kwaliteit, gën"]


def test_a_box_with_text_is_read_once() -> None:
    inside = f"<w:txbxContent>{p(r('In het vak.'))}</w:txbxContent>"
    shape = drawn(NAMES["wps"], f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp>")
    older = f"<w:pict><v:textbox>{inside}</v:textbox></w:pict>"
    forms = f"<mc:Choice Requires='wps'>{shape[5:-6]}</mc:Choice><mc:Fallback>{older}</mc:Fallback>"
    both = f"<mc:AlternateContent>{forms}</mc:AlternateContent>"
    assert texts(p(r("Ervoor."), f"<w:r>{both}</w:r>"), p(r("Erna."))) == ["Ervoor.", "In het vak.", "Erna."]


def test_a_scheme_is_a_list_of_its_words() -> None:
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for words in ("Leerkracht", "Zorgteam")
    )
    drawing = drawn(NAMES["dgm"], '<dgm:relIds r:dm="SCHEME"/>')
    assert read(p(drawing), scheme=points)[0].text == "- Leerkracht\n- Zorgteam"


def test_what_cannot_be_read_is_said_in_its_place() -> None:
    told = read(
        p(r("Zo gaat het.")),
        p(drawn(f"{NAMES['a']}/picture".replace("main/", ""), alt="Route op onze school")),
        p(drawn("http://schemas.openxmlformats.org/drawingml/2006/chart")),
        p(drawn("http://schemas.openxmlformats.org/drawingml/2006/chart")),
        p("<w:r><w:object/></w:r>"),
        table(tr(tc("Foto"), tc(p(r("Zie hier."), drawn("x/picture"))))),
    )
    assert [(each.kind, each.text) for each in told] == [
        ("paragraph", "Zo gaat het."),
        (
            "gap",
            "Hier staat een afbeelding (“Route op onze school”). Wat daarin geschreven staat, lees ik niet.",
        ),
        ("gap", "Hier staat een schema of grafiek. Dat kan ik niet lezen."),
        ("gap", "Hier staat iets uit een ander programma, zoals een rekenblad. Dat kan ik niet lezen."),
        ("row", "Foto: Zie hier."),
        ("gap", "Hier staat een afbeelding. Wat daarin geschreven staat, lees ik niet."),
    ]
