"""What the school does more, by need, as a parent looks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dekkend.documents.markdown import to_plain
from dekkend.formats.model import Format
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.papers.arrangements import short, things, words_of
from dekkend.profile.version.papers.words import lower_first
from dekkend.profile.writing.amounts import terms


@dataclass(frozen=True)
class Offer:
    """One arrangement or specialisation. Texts are Markdown."""

    title: str  # "" when it is the need itself
    is_special: bool
    lead: str  # what the child gets
    facts: tuple[tuple[str, str], ...]  # label and text, plain
    more: tuple[tuple[str, str, tuple[str, ...]], ...]  # column: title, text, things that are there
    lacking: str  # "stille werkplek; …", what is needed and not there yet


@dataclass(frozen=True)
class Help:
    id: str
    label: str
    parent: str  # the need in a parent's words
    note: str
    offers: tuple[Offer, ...]

    @property
    def is_offered(self) -> bool:
        return any(not offer.lacking for offer in self.offers)


def helps(content: Content, fmt: Format) -> tuple[Help, ...]:
    """Only the needs that the school does something for, in the order of the format."""
    found = []
    for need in fmt.offer.needs:
        offers = tuple(offers_for(content, fmt, need.id, need.label))
        if offers:
            found.append(Help(need.id, need.label, need.parent, need.note, offers))
    return tuple(found)


def offers_for(content: Content, fmt: Format, need: str, label: str) -> Iterator[Offer]:
    for row in content["arrangements"]:
        if row["need"] == need:
            yield arrangement(row, fmt, label)
    for row in content["specialisations"]["rows"]:
        if row["need"] == need:
            yield specialisation(row, fmt)


def arrangement(row: dict[str, Any], fmt: Format, label: str) -> Offer:
    """The first written column leads; the others follow with what is there."""
    section = fmt.section_of_kind("arrangements")
    columns = [
        (column.title, row["columns"][column.id]["text"], there(row["columns"][column.id]["things"], fmt))
        for column in (section.columns if section else ())
        if column.id in row["columns"]
    ]
    lead = next((text for _, text, _ in columns if text.strip()), "")
    more = [(title, "" if text == lead else text, found) for title, text, found in columns]
    lacking = [lower_first(thing["what"]) for thing in things(row) if short(thing)]
    return Offer(
        title="" if row["title"] in ("", label) else row["title"],
        is_special=False,
        lead=lead or row["target"],
        facts=((("Voor wie", for_whom(row["target"])),) if lead and row["target"].strip() else ())
        + terms(row),
        more=tuple((title, text, found) for title, text, found in more if text.strip() or found),
        lacking="; ".join(lacking),
    )


def for_whom(text: str) -> str:
    """ "Voor kinderen die …" -> "Kinderen die …": the label says "Voor" already."""
    plain = " ".join(to_plain(text).split())
    rest = plain.removeprefix("Voor ")
    return rest[:1].upper() + rest[1:]


def there(rows: Iterable[dict[str, Any]], fmt: Format) -> tuple[str, ...]:
    return tuple(words_of(row, fmt) for row in rows if row["available"])


def specialisation(row: dict[str, Any], fmt: Format) -> Offer:
    reach = {pick.id: lower_first(pick.label) for pick in fmt.offer.list("reach")}
    facts = (
        ("Plek voor", row["size"]),
        ("Wie", row["who"]),
        ("Open voor", reach.get(row["reach"], "")),
        ("Sinds", row["since"]),
        ("Tot", row["until"]),
    )
    return Offer(row["title"], True, row["target"], tuple(fact for fact in facts if fact[1]), (), "")


def answer(found: tuple[Help, ...]) -> str:
    """In three sentences that are true for every school (WPO 40(4)), with what this school does more."""
    offered = [f"bij {lower_first(need.label)}" for need in found if need.is_offered]
    more = f"Deze school biedt meer {listed(offered)}." if offered else ""
    first = "Elk kind krijgt hier hulp als het die nodig heeft."
    last = "Past dat niet bij uw kind, dan zoekt de school met u mee tot er een goede plek is."
    return " ".join(filter(None, [first, more, last]))


def listed(words: list[str]) -> str:
    """ "bij angst, bij bewegen, en bij taal en spraak": labels have an "en" of their own."""
    if len(words) < 2:
        return "".join(words)
    return (
        f"{', '.join(words[:-1])} en {words[-1]}"
        if len(words) == 2
        else f"{', '.join(words[:-1])}, en {words[-1]}"
    )
