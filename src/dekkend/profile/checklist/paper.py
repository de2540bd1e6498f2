"""The checklist as a form on paper: empty for a colleague with a pen, or with what one copy holds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format

from dekkend.documents.markdown import to_blocks
from dekkend.documents.tree import (
    Block,
    Box,
    Document,
    Entry,
    Facts,
    Inline,
    Lines,
    Note,
    Paragraph,
    Section,
    Text,
)
from dekkend.formats.model import Format, Item, Question
from dekkend.profile.base.models import Profile

from .models import Answer
from .sheet import UNSURE, Choice, Sheet

INVENTED = "Verzonnen voorbeeld, niet van deze school."
NO_NAMES = "Schrijf geen namen van leerlingen en niets waaraan iemand een leerling herkent."


def empty_form(sheet: Sheet, *, on: date) -> Document:
    """For one colleague, with "weet ik niet" at every item (rulings 14)."""
    profile = sheet.profile
    by_name = profile.naming != Profile.Naming.ANONYMOUS
    who = (Lines("Naam en functie"),) if by_name else ()
    choices: tuple[Choice, ...] = (*sheet.format.scale.values, UNSURE)
    return Document(
        title="Checklist basisondersteuning",
        subtitle=f"Voor schooljaar {profile.round.schooljaar}. Met een pen, in ongeveer een kwartier.",
        blocks=(*example(profile), *who, how_to(sheet.format), *pages(sheet, choices, filled=False)),
        **frame(sheet, on),
    )


def filled_form(sheet: Sheet, *, on: date) -> Document:
    """One copy as it is now. What is still open keeps its boxes and lines."""
    whose = f"Eigen exemplaar van {sheet.copy}" if sheet.is_personal else "Gedeeld exemplaar"
    return Document(
        title="Checklist basisondersteuning",
        subtitle=f"Voor schooljaar {sheet.profile.round.schooljaar}. {sheet.progress}.",
        blocks=(*example(sheet.profile), *pages(sheet, sheet.choices, filled=True)),
        status=f"{whose}, stand van {date_format(on, 'j F Y')}",
        **frame(sheet, on),
    )


def frame(sheet: Sheet, on: date) -> dict[str, Any]:
    school = sheet.profile.school
    return {
        "author": school.name,
        "date": on.isoformat(),
        "notices": tuple(filter(None, [sheet.format.notice, "Dit formulier blijft in de school."])),
        "cover": False,
    }


def example(profile: Profile) -> tuple[Block, ...]:
    return (Note((Paragraph((Text(INVENTED),)),), kind="warning"),) if profile.is_example else ()


def how_to(fmt: Format) -> Note:
    lines = ["Kruis bij elk onderdeel één vakje aan: wat jij op school ziet.", NO_NAMES]
    reasons = [f"“{value.label}”" for value in fmt.scale.values if value.needs_reason]
    if reasons:
        lines.insert(1, f"Kies je {' of '.join(reasons)}? Schrijf dan bij de toelichting waarom.")
    return Note((Paragraph((Text(" ".join(lines)),)),), title="Zo vul je dit in")


def pages(sheet: Sheet, choices: tuple[Choice, ...], *, filled: bool) -> tuple[Block, ...]:
    """Under one heading, so that a question is a step smaller and its items follow close."""
    parts = tuple(part(sheet, question, choices, filled=filled) for question in sheet.questions)
    return (Section("De vraag" if len(parts) == 1 else f"De {len(parts)} vragen", parts, id="vragen"),)


def part(sheet: Sheet, question: Question, choices: tuple[Choice, ...], *, filled: bool) -> Section:
    help = (Paragraph((Text(question.help),), keep=True),) if question.help else ()
    entries = (
        entry(item, sheet.answer(item) if filled else Answer(item=item.id), choices)
        for item in question.items
    )
    return Section(question.text, (*help, *entries), id=f"vraag-{question.id}", number=question.number)


def entry(item: Item, answer: Answer, choices: tuple[Choice, ...]) -> Entry:
    asked: Block = Paragraph(boxes(choices, answer.value))
    if item.topics:
        asked = Facts(
            tuple((topic.label, boxes(choices, answer.topics.get(topic.id, ""))) for topic in item.topics)
        )
    return Entry(item.number, item.text, (asked, *told(answer)), help=item.help)


def boxes(choices: tuple[Choice, ...], chosen: str) -> tuple[Inline, ...]:
    return tuple(Box(value.label, ticked=value.id == chosen) for value in choices)


def told(answer: Answer) -> tuple[Block, ...]:
    """What was written, or room to write it."""
    due = date_format(answer.due, "j F Y") if answer.due else ""
    pairs = (
        ("Reden", answer.reason),
        ("Vindplaats", answer.evidence),
        ("Wie pakt het op", answer.owner),
        ("Klaar op", due),
    )
    facts = tuple((label, (Text(text),)) for label, text in pairs if text)
    written: tuple[Block, ...] = (*to_blocks(answer.note), *((Facts(facts),) if facts else ()))
    return written or ((Lines("Toelichting", 1),) if answer.value else (Lines("Toelichting", 2),))
