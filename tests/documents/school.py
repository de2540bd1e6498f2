"""A whole paper as a school would hand it out: invented, some eleven pages as PDF."""

from __future__ import annotations

from dekkend.documents.markdown import to_blocks
from dekkend.documents.tree import (
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Inline,
    Mark,
    MarkKind,
    Note,
    PageBreak,
    Paragraph,
    Road,
    Section,
    Station,
    Table,
    Text,
)
from tests.documents.school_words import ARRANGEMENTS, BASIS, BOUNDARIES, IMPROVEMENTS, STANDARDS, VISION

WORDS: dict[MarkKind, str] = {
    "full": "ja",
    "half": "in ontwikkeling",
    "empty": "nee",
    "dash": "n.v.t.",
    "blank": "niet beantwoord",
}


def says(text: str) -> Paragraph:
    """What Dekkend says."""
    return Paragraph((Text(text),))


def voice(text: str) -> tuple[Block, ...]:
    """What the school says."""
    return to_blocks(text)


def squares(signs: str) -> tuple[Inline, ...]:
    kinds: dict[str, MarkKind] = {"#": "full", "/": "half", "o": "empty", "-": "dash", ".": "blank"}
    return tuple(Mark(kinds[sign], WORDS[kinds[sign]], show_label=False) for sign in signs)


ROAD = Road(
    (
        Station("Checklist", "done", "Klaar op 18 september"),
        Station("Dialoog", "done", "Klaar op 2 oktober"),
        Station("Profiel", "done", "Klaar op 23 oktober"),
        Station("Leerlingen", "done", "Klaar op 4 november"),
        Station("MR", "current", "De MR geeft advies tot 14 december"),
        Station("Vaststelling", "later", "Tot 22 januari"),
        Station("Publicatie", "later", "Voor 1 februari"),
    )
)


def _key() -> Paragraph:
    parts: list[Inline] = []
    for kind, word in WORDS.items():
        parts += [Mark(kind, word), Text("    ")]
    return Paragraph(tuple(parts[:-1]))


def _standards() -> Table:
    rows = tuple(((says(nr),), (says(name),), (Paragraph(squares(marks)),)) for nr, name, marks in STANDARDS)
    columns = (Column("Nr", 1), Column("Standaard", 7), Column("Onderdelen", 4))
    return Table("De dertien standaarden, elk vakje is een onderdeel", columns, rows)


def _arrangement(number: int, row: tuple[str, ...]) -> Section:
    need, target, guidance, means, people, partners = row
    columns = (
        Column("Begeleiding", 3),
        Column("Middelen", 2),
        Column("Mensen", 2),
        Column("Samenwerking", 2),
    )
    cells = (voice(guidance), voice(means), voice(people), voice(partners))
    things = (
        ("Leesspecialist, 0,4 fte", "full", "aanwezig"),
        ("Voorleessoftware voor alle laptops", "full", "aanwezig"),
        ("Tweede onderwijsassistent op vrijdag", "empty", "nog niet"),
    )
    available = tuple(
        ((says(what),), (Paragraph((Mark("full", "ja"),)),), (Paragraph((Mark(kind, word),)),))  # type: ignore[arg-type]
        for what, kind, word in things
    )
    return Section(
        need,
        (
            Facts((("Voor wie", (Text(target),)), ("Sinds", (Text("schooljaar 2024-2025"),)))),
            Table("Wat wij doen", columns, (cells,)),
            Table(
                "Nodig en aanwezig",
                (Column("Wat", 6), Column("Nodig", 2), Column("Aanwezig", 3)),
                available,
            ),
        ),
        id=f"arrangement-{number}",
        number=f"4.{number}",
    )


def document(status: str = "Concept, versie 2") -> Document:
    return Document(
        title="Schoolondersteuningsprofiel",
        subtitle="Welke ondersteuning onze school kan bieden in schooljaar 2027-2028",
        author="De Kroontjespen",
        date="2026-11-16",
        status=status,
        facts=(
            ("School", "De Kroontjespen, 99XX00"),
            ("Adres", "Leerlaan 12, 1315 AB Almere"),
            ("Bestuur", "Stichting Voorbeeldonderwijs"),
            ("Samenwerkingsverband", "Passend Onderwijs Voorbeeld"),
            ("Geldt voor", "1 augustus 2027 tot en met 31 juli 2028"),
        ),
        notices=(
            "Verzonnen voorbeeld, niet van een bestaande school.",
            "Gemaakt met Dekkend volgens het format almere-po/2026.1. Verzegeld op 16 november 2026, "
            "sha256 9f2c 51d0 77ab 4e18.",
        ),
        contents=True,
        blocks=(ROAD, *_sections()),
    )


def _sections() -> tuple[Block, ...]:
    return (
        Section(
            "Onze school",
            (
                Paragraph(
                    (
                        Text(
                            "Een kleine school aan de rand van het park, met 212 leerlingen in tien groepen."
                        ),
                    ),
                    voice=True,
                    lead=True,
                ),
                Facts(
                    (
                        ("Soort school", (Text("basisonderwijs"),)),
                        ("Leerlingen", (Text("212, geteld in 2025"),)),
                        ("Telefoon", (Text("036 000 00 00"),)),
                        ("Website", (Text("www.voorbeeld.nl", href="https://www.voorbeeld.nl"),)),
                    )
                ),
                Section("Onze visie", voice(VISION), number="1.1"),
                Section(
                    "Wat kinderen ons vertelden",
                    (
                        *voice(
                            "Kinderen vinden het fijn als *zij zelf* mogen zeggen wat helpt. "
                            "Ze willen vaker een rustige plek."
                        ),
                        Note(
                            (
                                says(
                                    "Gevraagd in de leerlingenraad op 20 januari 2027 en in gesprekjes in groep 5."
                                ),
                            ),
                            title="Zo is het gevraagd",
                        ),
                    ),
                    number="1.2",
                ),
            ),
            id="school",
            number="1",
        ),
        Section(
            "Basisondersteuning",
            (
                says("Wat elke school van het samenwerkingsverband biedt, en hoe wij dat doen."),
                *voice(BASIS),
                Section(
                    "De checklist in één beeld",
                    (
                        says("Elk vakje is een onderdeel waar het team samen antwoord op gaf."),
                        _key(),
                        _standards(),
                    ),
                    number="2.1",
                ),
                Section(
                    "Zo werken wij aan zicht op ontwikkeling",
                    (
                        *voice(BASIS + "\n\n" + VISION),
                        Note(
                            (
                                says(
                                    "Twee onderdelen zijn nog in ontwikkeling. Zij staan als verbeterpunt in deel 6."
                                ),
                                Bullets(
                                    (
                                        (says("4.2 Doelen bespreken met kinderen"),),
                                        (says("4.3 Evalueren in alle groepen"),),
                                    )
                                ),
                            ),
                            kind="warning",
                            title="Nog niet overal",
                        ),
                    ),
                    number="2.2",
                ),
            ),
            id="basis",
            number="2",
        ),
        Section("De route in de school", _route(), id="route", number="3"),
        Section(
            "Arrangementen",
            (
                says("Extra ondersteuning voor leerlingen die meer nodig hebben dan de basis."),
                *(_arrangement(number, row) for number, row in enumerate(ARRANGEMENTS, 1)),
            ),
            id="arrangementen",
            number="4",
        ),
        Section(
            "Grenzen van de ondersteuning",
            (*voice("We kijken bij elk kind opnieuw."), _boundaries()),
            number="5",
        ),
        Section(
            "Verbeterpunten",
            (
                Table(
                    "Waar wij aan werken",
                    (Column("Doel", 4), Column("Wat we doen", 4), Column("Wie", 2), Column("Klaar", 2)),
                    tuple(
                        (voice(goal), voice(action), (says(owner),), (says(due),))
                        for goal, action, owner, due in IMPROVEMENTS
                    ),
                ),
            ),
            number="6",
        ),
        PageBreak(),
        Section("Advies en vaststelling", (Facts(_decision()),), number="7"),
    )


def _route() -> tuple[Block, ...]:
    steps = (
        "**De leerkracht** ziet iets en bespreekt het met de ouders.",
        "**De intern begeleider** kijkt mee in de groep. Samen maken we een plan voor zes weken.",
        "**Het ondersteuningsteam** komt bij elkaar, met de ouders en waar het kan het kind.",
        "**Het samenwerkingsverband** denkt mee als wij er niet uitkomen.",
    )
    return (Bullets(tuple(voice(step) for step in steps), ordered=True), *voice(BASIS))


def _boundaries() -> Table:
    columns = (
        Column("Onderwerp", 2),
        Column("Onze grens", 4),
        Column("Wat wel kan", 3),
        Column("Wat wij dan doen", 4),
    )
    return Table(
        "Grenzen, wat nog wel kan en wat wij dan doen",
        columns,
        tuple(((says(row[0]),), *(voice(cell) for cell in row[1:])) for row in BOUNDARIES),
    )


def _decision() -> tuple[tuple[str, tuple[Inline, ...]], ...]:
    return (
        ("Advies van de MR", (Mark("full", "Positief, met opmerkingen"),)),
        ("Datum advies", (Text("9 december 2026"),)),
        ("Reactie van het bestuur", (Text("Het bestuur neemt beide opmerkingen over."),)),
        ("Vastgesteld", (Text("nog niet"),)),
    )
