"""The paper for the council: what is asked, what changed, where to look, and a form to write on. Never public.

Rights: WMS 11(1)(r) (advice beforehand), 13(1)(g) (this part of the schoolgids needs no consent of the parents'
part) and 17 (asked in time, talked over, answered in writing, talked over again where the board departs).
"""

from __future__ import annotations

from dekkend.documents.tree import Block, Box, Bullets, Document, Entry, Lines, PageBreak, Paragraph, Text
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format
from dekkend.profile.version.content.shape import Content, filled
from dekkend.profile.version.decisions import PREVIEW, Decisions
from dekkend.profile.version.former import Earlier

from .adoption import fingerprint
from .checklist import picture
from .council_changes import what_changed
from .council_points import points
from .frame import warnings
from .pieces import Blocks, facts, say
from .words import ADVICE, advice, claim, day, fixed_date, status

REMARK_LINES, ADVICE_LINES = 3, 8
RIGHTS = (
    "U adviseert vooraf. Het bestuur stelt het profiel pas vast als het uw advies heeft, of als de termijn voorbij is "
    "(WMS, artikel 11, lid 1, onder r).",
    "Het bestuur vraagt uw advies op tijd, zodat het nog verschil kan maken. Het praat er met u over voordat u "
    "adviseert (WMS, artikel 17).",
    "U krijgt schriftelijk antwoord: wat het bestuur met uw advies doet, en waarom. Wijkt het af van uw advies, dan "
    "praat het eerst verder met u (WMS, artikel 17).",
    "Voor de schoolgids heeft het ouderdeel van de MR instemming nodig. Dat geldt niet voor dit deel ervan: daarover "
    "adviseert de hele MR (WMS, artikel 13, lid 1, onder g).",
)


def council_paper(
    content: Content,
    fmt: Format,
    decisions: Decisions = PREVIEW,
    *,
    earlier: Earlier | None = None,
) -> Document:
    """`earlier`: the version that this one is laid beside."""
    content = filled(content)
    school = content["school"]
    return Document(
        title=f"Advies over het profiel {content['schooljaar']}",
        subtitle=f"Voor de medezeggenschapsraad van {school['name']}",
        author=school["name"],
        date=fixed_date(content, decisions),
        blocks=(
            *warnings(content, decisions),
            Part("Wat wij u vragen", asked(content, decisions), id="vraag"),
            what_changed(content, fmt, earlier),
            picture(content, fmt, earlier),
            Part(
                "Punten om naar te kijken",
                points(content, fmt, earlier.content if earlier else None),
                id="punten",
            ),
            PageBreak(),
            Part("Uw opmerkingen en uw advies", form(fmt, decisions), id="advies"),
        ),
        status=status(content, decisions),
        notices=tuple(
            filter(
                None, [fmt.notice, "Dit papier is voor de MR en het bestuur. Het wordt niet gepubliceerd."]
            )
        ),
        keywords=claim(content, decisions),
        cover=False,
    )


def asked(content: Content, decisions: Decisions) -> Blocks:
    year = content["schooljaar"]
    profile = f"het schoolondersteuningsprofiel voor schooljaar {year}"
    guide = "de tekst voor de schoolgids die erbij hoort"
    if not decisions.version:
        opening = (
            "Dit is een concept. Dient de school het in, dan vraagt het bestuur u om advies over "
            f"{profile}, en over {guide}."
        )
    elif decisions.advice_kind or decisions.is_decided:
        opening = (
            f"Dit papier hoort bij het advies over versie {decisions.version} van {profile}, en over {guide}."
        )
    elif decisions.asked_on:
        opening = (
            f"Het bestuur vraagt u om advies over versie {decisions.version} van {profile}, en over {guide}."
        )
    else:
        opening = (
            f"De school diende versie {decisions.version} in van {profile}, met {guide}. Het bestuur vraagt u daarover "
            "om advies. U hoort dan ook tot wanneer u de tijd hebt."
        )
    rows = (
        ("Over welke versie", f"versie {decisions.version}" if decisions.version else "nog niet ingediend"),
        ("Ingediend", day(decisions.submitted_on)),
        ("Advies gevraagd", day(decisions.asked_on)),
        ("Advies uiterlijk", day(decisions.term_ends)),
        ("Advies gegeven", advice(decisions)),
        ("Kenmerk van de inhoud", fingerprint(decisions.sha256)),
    )
    rights = Bullets(tuple((say(right),) for right in RIGHTS))
    return say(opening, lead=True), *facts(rows), bold("Uw rechten"), rights


def bold(text: str) -> Paragraph:
    return Paragraph((Text(text, bold=True),), keep=True)


def form(fmt: Format, decisions: Decisions) -> Blocks:
    """A place to write for each section, and the advice itself at the end."""
    entries: list[Block] = [
        Entry(section.number, section.title, (Lines("Opmerking", REMARK_LINES),)) for section in fmt.sections
    ]
    entries += [
        Entry("", "De tekst voor de schoolgids", (Lines("Opmerking", REMARK_LINES),)),
        Entry(
            "", "Wat leerlingen zeiden, en wat de school daarmee deed", (Lines("Opmerking", REMARK_LINES),)
        ),
    ]
    until = f" Graag uiterlijk op {day(decisions.term_ends)}." if decisions.term_ends else ""
    boxes = tuple(Paragraph((Box(ADVICE[kind]),)) for kind in ("positive", "remarks", "negative"))
    whole = Entry(
        "",
        "Het advies van de MR",
        (
            *boxes,
            Lines("Toelichting", ADVICE_LINES),
            Lines("Namens de MR"),
            Lines("Datum"),
        ),
        help=f"Kruis één advies aan.{until} Bij een negatief advies schrijft u op wat er anders moet.",
    )
    told = say(
        "Dit formulier is om te overleggen. Het advies is gegeven als u het op de bladzijde van deze versie invult."
    )
    return told, *entries, whole
