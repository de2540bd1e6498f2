"""Trees from the smallest to the most extreme; every paper must carry each of them."""

from __future__ import annotations

from dataclasses import replace

from dekkend.documents.markdown import to_blocks
from dekkend.documents.tree import (
    Block,
    Box,
    Break,
    Bullets,
    Code,
    Column,
    Document,
    Entry,
    Facts,
    Inline,
    Lines,
    Mark,
    Note,
    PageBreak,
    Paragraph,
    Road,
    Section,
    Station,
    Table,
    Text,
)
from tests.documents import school

NASTY = (
    "emoji 😀 👩🏽\u200d🏫 🇳🇱 1\ufe0f\u20e3 ❤\ufe0f, Word \uf0b7 en \uf0fc, NUL \x00 en \x1b, "
    "surrogaat \ud800, rechts-naar-links \u202egnits\u202c, zacht\u00adstreepje, geen teken \ufffe\U0010fffe, "
    "weetniet 你好 ꙮ \U000e0001, ligatuur ﬁ, vet 𝗯𝗼𝗹𝗱, l\u0338\u0355\u035bos, a\u0591, <b>&amp;</b> #[x] $y$ \\z"
)
RIGHT_TO_LEFT = "مرحبا بكم في مدرستنا، والحروف العربية 2027. שָׁלוֹם לכולם, ברוכים הבאים."
MARKS = (
    Mark("full", "ja"),
    Mark("half", "in ontwikkeling"),
    Mark("empty", "nee"),
    Mark("dash", "n.v.t."),
    Mark("blank", "niet beantwoord", show_label=False),
)


def make(*blocks: Block, **changes: object) -> Document:
    empty = Document("Titel", "", "", "2026-11-16", blocks)
    return replace(empty, **changes)  # type: ignore[arg-type]


def line(*inlines: Inline | str, **kind: bool) -> Paragraph:
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in inlines), **kind)


def table(*cells: tuple[Block, ...], caption: str = "Tabel") -> Table:
    columns = tuple(Column(f"Kolom {number}", number + 1) for number in range(len(cells)))
    return Table(caption, columns, (cells, cells))


def deep_sections(depth: int) -> Section:
    inner: tuple[Block, ...] = (line("Bodem"),)
    for level in range(depth, 0, -1):
        inner = (Section(f"Niveau {level}", inner, number=f"{level}."),)
    only = inner[0]
    assert isinstance(only, Section)
    return only


def deep_bullets(depth: int) -> Block:
    inner: Block = line("Diepste punt")
    for _ in range(depth):
        inner = Bullets(((inner,),))
    return inner


EVERY_NODE = make(
    Road((Station("Checklist", "done", "Klaar"), Station("MR", "current"), Station("Publicatie", "later"))),
    Section(
        "Alles",
        (
            line("Zin met ", Text("vet", bold=True), Break(), Text("schuin", italic=True), *MARKS, lead=True),
            line("De stem ", Text("link", href="https://voorbeeld.nl/a?b=1&c=2"), voice=True),
            Bullets(((line("een"),), (line("twee"), Bullets(((line("diep"),),), ordered=True)))),
            Facts((("Wie", (Text("de school"),)), ("Wat", MARKS))),
            table((line("a", voice=True),), (line(*MARKS),), (Bullets(((line("b"),),)),)),
            Note((line("Let hierop"), Bullets(((line("punt"),),))), kind="warning", title="Let op"),
            Note((line("Ter informatie"),)),
            line("Dit hoort bij wat volgt.", keep=True),
            line("Er staat ", Text("niet meer", struck=True), " ", Text("wel", bold=True, added=True)),
            Code("https://voorbeeld.nl/lees?a=1&b=2", "Lees verder op"),
            Entry(
                "3.1",
                "Een onderdeel",
                (line(Box("Ja", ticked=True), Box("Nog niet")), Lines("Toelichting", 3)),
                help="Wat hier bedoeld is",
            ),
            PageBreak(),
            Section("Onder", (line("Slot"),), number="1.1"),
        ),
        id="alles",
        number="1",
    ),
    status="Concept",
    contents=True,
    notices=("Verzonnen voorbeeld.",),
    facts=(("School", "De Kroontjespen"),),
)

SAMPLES: dict[str, Document] = {
    "smallest": make(title="T", cover=False),
    "nothing at all": make(title="", subtitle="", author=""),
    "cover only": make(),
    "every node": EVERY_NODE,
    "every node as a poster": replace(EVERY_NODE, cover=False, shape="poster"),
    "every node, no cover": replace(EVERY_NODE, cover=False, accent="#14563c"),
    "school": school.document(),
    "empty parts": make(
        Section("", (Section("Onder niets", ()), Section("", ()))),
        Section("  ", ()),
        Section("Leeg", ()),
        line(""),
        line(Break(), " "),
        Bullets(()),
        Bullets(((), (line(""),))),
        Facts(()),
        Facts((("", ()), ("Alleen een label", ()), ("", (Text("alleen een waarde"),)))),
        Table("", (), ()),
        Table("", (Column(""), Column("")), ()),
        Table(
            "Korte en lange rijen", (Column("a"), Column("b")), ((), ((line("x"),),), ((), (), (line("y"),)))
        ),
        Note(()),
        Entry("", "", ()),
        Entry("", "", (Lines("", 0), line(Box("")))),
        Road(()),
        Code("", ""),
        Code("javascript:alert(1)", "Lees"),
        Code("https://voorbeeld.nl/" + "x" * 600, "Te lang"),
        PageBreak(),
        PageBreak(),
        contents=True,
    ),
    "nasty text": make(
        Section(
            NASTY, (line(NASTY), line(NASTY, voice=True), *to_blocks(NASTY)), id='"><x', number=NASTY[:9]
        ),
        Facts(((NASTY, (Text(NASTY, bold=True, italic=True), Mark("half", NASTY))),)),
        table((line(NASTY),), (line(NASTY, voice=True),), caption=NASTY),
        Note((line(NASTY),), title=NASTY),
        Road((Station(NASTY, "current", NASTY),)),
        Code("https://voorbeeld.nl/" + "%C3%A9", NASTY),
        Entry(NASTY, NASTY, (line(Box(NASTY)), Lines(NASTY, 2)), help=NASTY),
        title=NASTY,
        subtitle=NASTY,
        author=NASTY,
        status=NASTY,
        facts=((NASTY, NASTY),),
        notices=(NASTY,),
        contents=True,
    ),
    "right to left": make(
        Section(
            RIGHT_TO_LEFT,
            (line(RIGHT_TO_LEFT), line(RIGHT_TO_LEFT, voice=True), table((line(RIGHT_TO_LEFT),))),
        ),
        title=RIGHT_TO_LEFT,
    ),
    "forty thousand characters": make(
        Section("Lang", (line("ondersteuning " * 2900, voice=True), line("x" * 40_000))),
        title="w" * 300,
    ),
    "a cell of pages": make(
        table(
            (line("Onze school helpt elk kind. " * 400, voice=True),),
            tuple(line(f"Alinea {n}") for n in range(90)),
        )
    ),
    "odd places": make(
        table(
            (Section("Kop in een cel", (table((line("tabel in tabel"),)), PageBreak())),),
            (Facts((("a", (Text("b"),)),)), Note((line("n"),)), Road((Station("s", "done"),))),
            (
                Code("https://voorbeeld.nl", "Lees"),
                Entry("1", "stuk", (line(Box("ja")), Lines("Regel", 2))),
                Lines("los"),
            ),
        ),
        Bullets(((Section("Kop in een punt", (PageBreak(), line("x"))), table((line("y"),))),)),
        Note((Section("Kop in een noot", ()), Facts((("a", (Text("b"),)),)))),
    ),
    "poster too full": make(
        *(Section(f"Deel {n}", (line("ondersteuning " * 200),)) for n in range(12)),
        title="w" * 300,
        shape="poster",
    ),
    "poster without anything": make(shape="poster"),
    "poster of a school that does much": make(
        line("Onze school staat midden in de wijk en kent elk kind. " * 4, voice=True, lead=True),
        Section(
            "Dit krijgt elk kind",
            (Bullets(tuple((line("Hulp bij lezen, rekenen en taal"),) for _ in range(8))),),
        ),
        Section(
            "Hierbij kunnen wij extra helpen",
            (
                Bullets(
                    (
                        (
                            line(Text("Taal en spraak", bold=True)),
                            line(
                                "Mijn kind kan moeilijk zeggen wat het bedoelt, "
                                "of begrijpt niet goed wat anderen zeggen.",
                                voice=True,
                            ),
                        ),
                    )
                    * 8
                ),
            ),
        ),
        Section(
            "Praat met ons",
            (
                line("Maakt u zich zorgen, praat dan eerst met de leraar van uw kind."),
                Facts(
                    (
                        ("Telefoon", (Text("036-000 00 00"),)),
                        ("Ouder- en jeugdsteunpunt", (Text("036-000 00 01"),)),
                    )
                ),
                Code("https://voorbeeld.nl/scholen/de-kroontjespen-00XX00", "Alles lezen:"),
            ),
        ),
        title="Wat onze school kan doen voor uw kind",
        author="Basisschool De Kroontjespen",
        subtitle="Schooljaar 2027-2028",
        notices=("De opbouw van dit profiel is gereconstrueerd uit een openbare handreiking. " * 2,),
        cover=False,
        shape="poster",
    ),
    "deep": make(deep_sections(12), deep_bullets(30)),
    "same ids": make(*(Section(f"Deel {n}", (), id="zelfde") for n in range(3)), contents=True),
}
