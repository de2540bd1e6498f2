"""The same invented old profile as docx, odt and pdf, as schools have them: fixed texts, tables, a page of people."""

from __future__ import annotations

import io
from typing import Any

import docx
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odfdo import Document, Element, Header, List, Paragraph, Style, Table

VISION = "Op De Wilgenhoek leert elk kind op zijn eigen niveau. Wij nemen onze zorgplicht serieus en zoeken met ouders."
LIGHT = (
    "De leerkracht geeft verlengde instructie aan een kleine groep. Drie keer per week is er extra leestijd."
)
STEPS = ["De leerkracht bespreekt de zorg met de ouders.", "De intern begeleider kijkt mee in de klas."]
PEOPLE = "Vragen? Bel mevrouw A. de Wit op 036 123 45 67 of mail ib@wilgenhoek.example."
LIMIT = "Wij kunnen geen veiligheid bieden als een kind zichzelf of anderen steeds weer in gevaar brengt."
GOAL = "In 2026 volgt het hele team een scholing over gedrag."
COLUMNS = ("Arrangement", "Welke begeleiding krijgen deze leerlingen?", "Voorzieningen", "Externe partners")
READING = (
    "Dyslexie",
    "Vier keer per week een half uur begeleiding door de leesspecialist in een groepje van vier.",
    "Voorleessoftware op elke computer, boeken met grote letters en een rustige plek.",
    "Een behandelaar van buiten komt elke week op school voor de kinderen met ernstige dyslexie.",
)
TICKS = (("Deskundigheid", "in de school", "van buiten"), ("Gedrag", "x", ""), ("Dyslexie", "x", "x"))

ORDER: list[tuple[str, Any]] = [
    ("title", "Schoolondersteuningsprofiel De Wilgenhoek"),
    ("h1", "1 Inleiding"),
    ("p", "Elke school stelt ten minste eens in de vier jaar een schoolondersteuningsprofiel vast."),
    ("p", PEOPLE),
    ("h1", "2 Visie op passend onderwijs"),
    ("p", VISION),
    ("h1", "3 Basisondersteuning"),
    ("h2", "3.1 Preventieve en licht curatieve interventies"),
    ("p", LIGHT),
    ("h2", "3.2 Onderwijsondersteuningsstructuur"),
    ("p", "Zo gaat het bij ons:"),
    ("list", STEPS),
    ("h1", "4 Extra ondersteuning"),
    ("table", [COLUMNS, READING]),
    ("table", TICKS),
    ("h1", "5 Grenzen van de zorg"),
    ("p", LIMIT),
    ("h1", "6 Ambities"),
    ("p", GOAL),
]


def as_docx(order: list[tuple[str, Any]] = ORDER, *, styled: bool = True) -> bytes:
    """`styled` False: headings are bold lines, as many schools make them."""
    made = docx.Document()
    for kind, what in order:
        if kind in ("h1", "h2", "title") and styled:
            made.add_heading(what, {"title": 0, "h1": 1, "h2": 2}[kind])
        elif kind in ("h1", "h2", "title"):
            made.add_paragraph().add_run(what).bold = True
        elif kind == "p":
            made.add_paragraph(what)
        elif kind == "list":
            for item in what:
                made.add_paragraph(item, style="List Number")
        else:
            table = made.add_table(len(what), len(what[0]))
            for row, cells in zip(table.rows, what, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
            # A table of two columns has no row of names: it has them at the left.
            for cell in table.rows[0].cells if len(what[0]) > 2 else ():
                cell.paragraphs[0].runs[0].bold = True
    return saved(made)


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def rendered_break() -> Any:
    """What Word leaves where a new page began."""
    return OxmlElement("w:lastRenderedPageBreak")


def field(element: Any, tag: str, value: str) -> Any:
    made = OxmlElement(tag)
    made.set(qn("w:val"), value)
    element.append(made)
    return made


def as_odt(order: list[tuple[str, Any]] = ORDER, *, styled: bool = True) -> bytes:
    made = Document("text")
    made.body.clear()
    made.insert_style(Style("paragraph", name="Vet", area="text", bold=True), automatic=True)
    for kind, what in order:
        if kind in ("h1", "h2", "title") and styled:
            made.body.append(Header({"title": 1, "h1": 1, "h2": 2}[kind], what))
        elif kind in ("h1", "h2", "title"):
            made.body.append(Paragraph(what, style="Vet"))
        elif kind == "p":
            made.body.append(Paragraph(what))
        elif kind == "list":
            made.body.append(List(list(what)))
        else:
            table = Table("Tabel", width=len(what[0]), height=len(what))
            for number, cells in enumerate(what):
                table.set_row_values(number, list(cells))
            made.body.append(table)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def soft_break() -> Any:
    return Element.from_tag("text:soft-page-break")


def as_pdf(order: list[tuple[str, Any]] = ORDER, *, pages: int = 1) -> bytes:
    """With a line at the head and a number at the foot of each page."""
    lines = ['#set page(paper: "a4", header: [De Wilgenhoek, SOP 2021], numbering: "1 / 1")',
             '#set text(size: 11pt, lang: "nl")', "#set par(justify: true)"]  # fmt: skip
    for _ in range(pages):
        for kind, what in order:
            lines.append(MAKE[kind](what))
        lines.append("#pagebreak(weak: true)")
    return typst.compile("\n\n".join(lines).encode(), format="pdf")


def plain(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "#*_`$@<>[]\\=-+/" else sign for sign in text)


MAKE: dict[str, Any] = {
    "title": lambda text: f"#text(size: 20pt, weight: \"bold\")[{plain(text)}]",
    "h1": lambda text: f"#block(text(size: 15pt, weight: \"bold\")[{plain(text)}])",
    "h2": lambda text: f"#block(text(size: 11pt, weight: \"bold\")[{plain(text)}])",
    "p": plain,
    "list": lambda items: "\n".join(f"+ {plain(item)}" for item in items),
    "table": lambda rows: (
        f"#table(columns: {len(rows[0])}, "
        + ", ".join(
            f"[*{plain(cell)}*]" if number == 0 and cell and len(row) > 2 else f"[{plain(cell)}]"
            for number, row in enumerate(rows)
            for cell in row
        )
        + ")"
    ),
}  # fmt: skip

# As schools write them: chapters of another form, words of another time, fixed sentences, a page of people.
REAL: list[tuple[str, Any]] = [
    ("title", "School Ondersteuningsprofiel 2019-2023, basisschool De Wilgenhoek"),
    ("h1", "1. Algemene gegevens"),
    ("table", [("Directeur", "Mevrouw J. van Dam"), ("Intern begeleider", "Anja de Boer"), ("Leerlingen", "214")]),
    ("p", "De school staat in een wijk met jonge gezinnen en heeft negen groepen."),
    ("h1", "2. Missie en visie"),
    ("p", "Onze missie is dat elk kind met plezier naar school gaat. Wij zijn een daltonschool."),
    ("p", "Bij aanmelding kijken wij altijd eerst wat een kind kan. Wij nemen de zorgplicht serieus."),
    ("h1", "3. Kwaliteit van onze basisondersteuning"),
    ("h2", "Basiskwaliteit"),
    ("p", "De inspectie heeft de school in 2018 basistoezicht gegeven."),
    ("h2", "Preventieve en licht curatieve interventies"),
    ("list", ["protocol dyslexie", "pestprotocol en een anti-pestcoördinator", "pre-teaching in de onderbouw"]),
    ("h2", "Planmatig werken"),
    ("p", "Twee keer per jaar bespreken de leerkracht en de intern begeleider het groepsplan."),
    ("h2", "Zorgstructuur"),
    ("p", "Het zorgteam bestaat uit de directeur, de intern begeleider en de schoolmaatschappelijk werker."),
    ("h1", "4. Deskundigheid voor ondersteuning"),
    ("table", [("Deskundigheid", "Binnen", "Buiten de school"), ("ASS", "ja", "ja"), ("Faalangst", "ja", "")]),
    ("p", "Een leerkracht heeft de opleiding tot gedragsspecialist gevolgd en begeleidt collega’s."),
    ("h1", "5. Arrangementen"),
    ("h2", "Meer- en hoogbegaafdheid"),
    ("p", "Elke donderdag is er een plusklas van twee uur, met verrijking voor kinderen uit groep 5 tot en met 8."),
    ("h2", "Autisme"),
    ("p", "Wij hebben een prikkelarme ruimte en koptelefoons voor kinderen die rust nodig hebben."),
    ("h1", "6. Grenzen aan de ondersteuning"),
    ("p", "Het gebouw heeft geen lift. Voor een kind in een rolstoel is de bovenbouw niet bereikbaar."),
    ("p", "Medicijnen geven wij alleen na een schriftelijke afspraak met ouders en arts."),
    ("h1", "7. Plannen voor de komende vier jaar"),
    ("p", "In 2020 volgt het team een scholing over executieve functies."),
    ("h1", "8. Bijlage"),
    ("p", "Vragen over het handelingsgerichte werken en het leerlingvolgsysteem beantwoordt de intern begeleider."),
    ("p", "Vastgesteld door het bestuur op 12 maart 2019."),
]  # fmt: skip
