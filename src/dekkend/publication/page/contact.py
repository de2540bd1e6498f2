"""With whom a parent speaks, and what kind of school it is."""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.formats.model import Format
from dekkend.formats.model import Section as FormatSection
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.papers.facts import shown, told
from dekkend.profile.version.papers.words import address

Row = tuple[str, str]
# Facts that have a place of their own on the page, or that only a computer reads.
ELSEWHERE = (
    "name",
    "brin6",
    "street",
    "postcode",
    "city",
    "phone",
    "email",
    "website",
    "area",
    "district",
    "kind",
)


@dataclass(frozen=True)
class Contact:
    phone: str
    email: str
    website: str
    address: str
    alliance: str
    alliance_url: str
    support_point: str
    support_point_url: str
    support_point_phone: str

    @property
    def website_name(self) -> str:
        return bare(self.website)


def contact(content: Content, fmt: Format) -> Contact:
    """What the school wrote goes before what a register says. A number that nobody confirmed is in neither."""
    facts = told(content, fmt)
    alliance = content["alliance"]
    return Contact(
        phone=facts["phone"],
        email=facts["email"],
        website=web(facts["website"]),
        address=address(facts),
        alliance=alliance["name"] or facts["alliance"],
        alliance_url=web(alliance["website"]),
        support_point=alliance["support_point_name"],
        support_point_url=web(alliance["support_point_url"]),
        support_point_phone=alliance["support_point_phone"],
    )


def web(text: str) -> str:
    """An address to press; anything that is no web address is not made into one."""
    if not text or text.lower().startswith(("http://", "https://")):
        return text
    return "" if ":" in text.split("/")[0] else f"https://{text}"


def bare(address: str) -> str:
    """ "https://school.nl/" -> "school.nl" """
    return address.split("://", 1)[-1].rstrip("/")


def facts_section(fmt: Format) -> FormatSection | None:
    return fmt.section_of_kind("facts")


def about(content: Content, fmt: Format) -> tuple[Row, ...]:
    """The other facts, by the labels of the format."""
    section = facts_section(fmt)
    facts = told(content, fmt)
    rows = []
    for field in section.fields if section else ():
        written = content["texts"].get(section.id, {}).get(field.id, "").strip() if section else ""
        text = facts.get(field.source, "") if field.source else written
        if field.public and field.source not in ELSEWHERE and text:
            rows.append((field.label, counted(content, field.source, written, shown(field, text))))
    return tuple(rows)


def counted(content: Content, source: str, written: str, text: str) -> str:
    """The year of the count belongs to DUO's number, not to one that the school typed itself."""
    year = content["school"]["pupils_on"]
    return f"{text} (telling van {year}, bron: DUO)" if source == "pupils" and year and not written else text
