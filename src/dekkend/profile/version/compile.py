"""The rows that people wrote, as the one content that can be sealed, shown or exported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from dekkend.formats.model import Format, Section
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.facts import school_facts
from dekkend.profile.writing.models import Arrangement

from . import contributions


def content_of(profile: Profile) -> dict[str, Any]:
    """Everything a paper needs, in the shape of an answers file. About twelve queries.

    Evidence, owners and talk of the dialogue stay in the school: they are not in it (rulings 5).
    """
    return {
        "format": profile.made_with,
        "schooljaar": profile.round.schooljaar,
        "example": profile.is_example,
        "school": school_facts(profile.school),
        "alliance": alliance_facts(profile),
        "checklist": checklist_of(profile),
        "texts": texts_of(profile),
        "arrangements": arrangements_of(profile),
        "specialisations": specialisations_of(profile),
        "boundaries": boundaries_of(profile),
        "improvements": improvements_of(profile),
        **provisions_of(profile),
        **contributions.gathered(profile),
    }


# What the paper of a section reads, by the kind of the section.
READS: dict[str, tuple[str, ...]] = {
    "facts": ("school", "texts"),
    "texts": ("texts",),
    "arrangements": ("arrangements",),
    "specialisations": ("specialisations",),
    "boundaries": ("boundaries",),
    "improvements": ("improvements", "arrangements"),
}


def content_for(profile: Profile, section: Section) -> dict[str, Any]:
    """So much of the content as the paper of this section reads. One to three queries."""
    return {name: PARTS[name](profile) for name in READS[section.kind]}


def alliance_facts(profile: Profile) -> dict[str, str]:
    alliance = profile.school.alliance
    names = ("name", "website", "support_point_name", "support_point_url", "support_point_phone")
    return {name: getattr(alliance, name) for name in names}


def checklist_of(profile: Profile) -> dict[str, Any]:
    names = ("value", "note", "reason", "topics", "gap")
    order = {item.id: number for number, item in enumerate(profile.format.items)}
    rows = sorted(profile.agreements.all(), key=lambda row: order.get(row.item, len(order)))
    questions = {question.id for question in profile.format.questions}
    # What a former version of the format asked is kept in its rows, and said no more.
    return {
        "answers": {
            row.item: {name: getattr(row, name) for name in names if getattr(row, name)}
            for row in rows
            if row.item in order
        },
        "summaries": {
            row.question: row.text
            for row in profile.summaries.all()
            if row.text.strip() and row.question in questions
        },
    }


def texts_of(profile: Profile) -> dict[str, dict[str, str]]:
    # A section without a word is there too: reading the file back asks for every section.
    empty: dict[str, dict[str, str]] = {
        section.id: {} for section in profile.format.sections if section.kind == "texts"
    }
    texts: dict[str, dict[str, str]] = defaultdict(dict, empty)
    fields = {(section.id, field.id) for section in profile.format.sections for field in section.fields}
    for row in profile.texts.all():
        if row.text.strip() and (row.section, row.field) in fields:
            texts[row.section][row.field] = row.text
    return dict(texts)


def arrangements_of(profile: Profile) -> list[dict[str, Any]]:
    return [arrangement_of(row, profile.format) for row in with_parts(profile)]


def with_parts(profile: Profile) -> Iterable[Arrangement]:
    """With their texts and things; rows that were read already are not asked for again."""
    if "arrangements" in getattr(profile, "_prefetched_objects_cache", {}):
        return profile.arrangements.all()
    return profile.arrangements.prefetch_related("column_texts", "things")


def arrangement_of(row: Arrangement, fmt: Format) -> dict[str, Any]:
    section = fmt.section_of_kind("arrangements")
    known = {column.id for column in section.columns} if section else set()
    columns: dict[str, dict[str, Any]] = {
        told.column: {"text": told.text, "things": []}
        for told in row.column_texts.all()
        if told.text.strip() and told.column in known
    }
    for thing in row.things.all():
        if thing.column not in known:
            continue
        column = columns.setdefault(thing.column, {"text": "", "things": []})
        column["things"].append(
            {
                "what": thing.what,
                "pick": thing.pick,
                "frequency": thing.frequency,
                "minutes": thing.minutes or 0,
                "group_size": thing.group_size or 0,
                "basis": thing.basis,
                "detail": thing.detail,
                "needed": thing.is_needed,
                "available": thing.is_available,
            }
        )
    return {
        "id": f"a{row.pk}",
        "need": row.need,
        "title": row.title,
        "target": row.target,
        "places": row.places or 0,
        "duration": row.duration,
        "since": row.since,
        "until": row.until,
        "columns": {key: columns[key] for key in sorted(columns, key=place_in(fmt))},
    }


def place_in(fmt: Format) -> Callable[[str], int]:
    """Where a column stands in the table; the papers list things in this order."""
    section = fmt.section_of_kind("arrangements")
    order = {column.id: number for number, column in enumerate(section.columns if section else ())}
    return lambda key: order.get(key, len(order))


def specialisations_of(profile: Profile) -> dict[str, Any]:
    names = ("title", "need", "target", "size", "who", "reach", "since", "until")
    rows = [
        {"id": f"s{row.pk}", **{name: getattr(row, name) for name in names}}
        for row in profile.specialisations.all()
    ]
    return {"none": profile.no_specialisations and not rows, "rows": rows}


def boundaries_of(profile: Profile) -> list[dict[str, str]]:
    """In the order of the format."""
    order = [element.id for element in profile.format.offer.elements]
    rows = sorted(
        (row for row in profile.boundaries.all() if row.element in order),
        key=lambda row: order.index(row.element),
    )
    return [{"element": row.element, "own": row.own, "still": row.still, "then": row.then} for row in rows]


def improvements_of(profile: Profile) -> list[dict[str, Any]]:
    """Without those of last year of which nobody said yet what became of them."""
    return [improvement_of(row) for row in profile.improvements.all() if not row.is_asked]


def improvement_of(row: Any) -> dict[str, Any]:
    names = (
        "title",
        "sort",
        "goal",
        "action",
        "owner",
        "measure",
        "state",
        "dropped_because",
        "more_sources",
    )
    return {
        "id": f"i{row.pk}",
        **{name: getattr(row, name) for name in names},
        "source": {"kind": row.source_kind, "ref": row.source_ref, "text": row.source_text},
        "start": row.start.isoformat() if row.start else "",
        "due": row.due.isoformat() if row.due else "",
    }


def provisions_of(profile: Profile) -> dict[str, Any]:
    catalogue = profile.round.catalogue
    how = {row.key: row.how for row in profile.provision_texts.all()}
    return {
        "catalogue": {
            "version": catalogue.version,
            "plan": catalogue.plan,
            "consent_on": catalogue.consent_on.isoformat(),
            "example": catalogue.is_example,
        },
        "provisions": [
            {"id": row.key, "title": row.title, "text": row.text, "how": how.get(row.key, "")}
            for row in catalogue.provisions.all()
        ],
    }


PARTS: dict[str, Callable[[Profile], Any]] = {
    "school": lambda profile: school_facts(profile.school),
    "texts": texts_of,
    "arrangements": arrangements_of,
    "specialisations": specialisations_of,
    "boundaries": boundaries_of,
    "improvements": improvements_of,
}
