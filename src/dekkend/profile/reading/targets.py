"""Where a passage can go in a new profile.

In a field, a column of an arrangement, a boundary or a basic provision, or as a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dekkend.formats.model import Field, Format, Section
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.parts import PROVISIONS

OWN_ROWS = ("specialisations", "improvements")
# What the law calls them (WPO 1), and what schools do.
PROVISIONS_KNOWN_AS = ("basisvoorziening…", "basisondersteuningsvoorziening…")


@dataclass(frozen=True)
class Target:
    """`part` is a field, a column or an element; `need` goes with a column. "" where it is still to be chosen."""

    section: str
    part: str = ""
    need: str = ""

    @property
    def key(self) -> str:
        return ".".join((self.section, self.part, self.need)).rstrip(".")


def target_of(key: str) -> Target:
    section, part, need, *_ = *key.split("."), "", "", ""
    return Target(section, part, need)


def places_of(profile: Profile) -> Format:
    """All that a passage can go in. One query."""
    asked = profile.round.catalogue.provisions.all()
    return with_provisions(profile.format, ((each.key, each.title) for each in asked))


def with_provisions(fmt: Format, named: Iterable[tuple[str, str]]) -> Format:
    """The format with the basic provisions of the samenwerkingsverband as its last part, a field for each.

    `named`: (key, title), in order. Without any there is no such part.
    """
    words = {each.id: each.known_as for each in fmt.provisions}
    fields = tuple(Field(key, title, known_as=words.get(key, ())) for key, title in named)
    if not fields:
        return fmt
    name = "Basisvoorzieningen"
    part = Section(PROVISIONS, "", name, name, "texts", "IN", "", fields=fields, known_as=PROVISIONS_KNOWN_AS)
    return replace(fmt, sections=(*fmt.sections, part))


def is_whole(fmt: Format, target: Target) -> bool:
    """Nothing is left to be chosen, and the format has it all."""
    return target in set(all_targets(fmt))


def all_targets(fmt: Format) -> Iterator[Target]:
    for section in fmt.sections:
        yield from targets_in(fmt, section)


def targets_in(fmt: Format, section: Section) -> Iterator[Target]:
    """Facts are left out: they come from the register, and what stands in an old profile is old."""
    if section.kind == "texts":
        yield from (Target(section.id, field.id) for field in section.fields if field.kind == "text")
    elif section.kind == "arrangements":
        for need in fmt.offer.needs:
            yield from (Target(section.id, column.id, need.id) for column in section.columns)
    elif section.kind == "boundaries":
        elements = (each for each in fmt.offer.elements if each.kind == "boundary")
        yield from (Target(section.id, element.id) for element in elements)
    elif section.kind in OWN_ROWS:
        yield Target(section.id)


def name_of(fmt: Format, target: Target) -> str:
    """As people read it: "3 Basisondersteuning, Planmatig werken"."""
    section = fmt.section(target.section)
    return ", ".join(filter(None, (heading_of(section), part_name(fmt, section, target))))


def heading_of(section: Section) -> str:
    """ "3 Basisondersteuning"; the basic provisions have no number."""
    return f"{section.number} {section.short}".strip()


def part_name(fmt: Format, section: Section, target: Target) -> str:
    """Within its section: "Planmatig werken"; "Bewegen: Welke specifieke voorzieningen heeft de school?"."""
    if section.kind == "texts":
        return next((field.label for field in section.fields if field.id == target.part), "")
    if section.kind == "boundaries":
        return next((each.label for each in fmt.offer.elements if each.id == target.part), "")
    if section.kind == "arrangements":
        need = next((each.label for each in fmt.offer.needs if each.id == target.need), "")
        column = next((each.title for each in section.columns if each.id == target.part), "")
        return ": ".join(filter(None, (need, column)))
    return {"specialisations": "nieuwe specialisatie", "improvements": "nieuw verbeterpunt"}.get(
        section.kind, ""
    )
