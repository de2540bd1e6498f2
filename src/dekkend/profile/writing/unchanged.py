"""What is still as it came along from last year's profile. No database here.

A row is known by the seal of its words; where it stands in a list, and how far an improvement point is, is no word.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import day

from .models import Arrangement, Carried, ImprovementPoint, Specialisation
from .origins import plainly
from .parts import PROVISIONS

# Which row it is, where its words do not say so.
NAMES = ("section", "field", "element", "key", "question", "column")
NO_WORDS = (
    "position", "state", "is_asked", "dropped_because", "source_kind", "source_ref", "source_text",
    "more_sources", "pick",
)  # fmt: skip


def seal_of(row: Any, parts: Iterable[Any] = ()) -> str:
    """`parts`: the texts and things of an arrangement, which are its words as well."""
    words = {name: plain(value) for name, value in row.values().items() if name not in NO_WORDS}
    names = {name: getattr(row, name) for name in NAMES if hasattr(row, name)}
    told = [seal_of(part) for part in parts if has_words(part)]
    return sealed([row._meta.model_name, names, words, sorted(told)])


def seals_of_parts(profile: Profile) -> dict[str, str]:
    """Part -> the seal of all that stands in it. No query beside the rows (`with_rows`)."""
    keys = [section.id for section in profile.format.sections]
    return {key: seal_of_part(profile, key) for key in (*keys, PROVISIONS)}


def seal_of_part(profile: Profile, key: str) -> str:
    """`no_specialisations` is said in so many words, so it counts as words."""
    rows = sorted(seal_of(row, parts_under(row)) for row in rows_of_part(profile, key) if counts(row))
    kind = "" if key == PROVISIONS else profile.format.section(key).kind
    return sealed([rows, kind == "specialisations" and profile.no_specialisations])


def rows_of_part(profile: Profile, key: str) -> list[Any]:
    if key == PROVISIONS:
        return list(profile.provision_texts.all())
    kind = profile.format.section(key).kind
    if kind in ROWS_OF_KIND:
        return list(getattr(profile, ROWS_OF_KIND[kind]).all())
    return [row for row in profile.texts.all() if row.section == key]


ROWS_OF_KIND = {
    "arrangements": "arrangements",
    "specialisations": "specialisations",
    "boundaries": "boundaries",
    "improvements": "improvements",
}


def parts_under(row: Any) -> list[Any]:
    return [*row.column_texts.all(), *row.things.all()] if isinstance(row, Arrangement) else []


def counts(row: Any) -> bool:
    """Of an improvement point that is done or dropped nothing runs on; an emptied text says nothing."""
    if isinstance(row, ImprovementPoint):
        return row.state not in (row.State.DONE, row.State.DROPPED)
    return has_words(row) or isinstance(row, Arrangement | Specialisation)


def sealed(told: Any) -> str:
    return sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def plain(value: Any) -> Any:
    return plainly(value) if isinstance(value, str) else value


def has_words(row: Any) -> bool:
    """A text that was emptied says as much as one that was never written."""
    return any(str(getattr(row, name)).strip() for name in row.written if name not in NO_WORDS)


def carried_of(profile: Profile) -> Carried | None:
    """What the profile began with, None for one that began empty. One query, the first time."""
    return getattr(profile, "carried", None)


@dataclass(frozen=True)
class Year:
    """How far a part is this year: "open" nobody looked yet, "holds" it still holds, "changed" its words changed."""

    key: str
    state: str
    since: str  # the schooljaar from which the part came
    who: str = ""
    on: date | None = None

    @property
    def words(self) -> str:
        return {"open": "nog niet bekeken", "holds": "klopt nog", "changed": "gewijzigd"}[self.state]

    @property
    def sentence(self) -> str:
        """Above the part."""
        who = f"{self.who} op {day(self.on)}" if self.on else ""
        if self.state == "changed":
            return f"Gewijzigd sinds {self.since}{', bekeken door ' if who else ''}{who}."
        return f"Klopt nog, zei {who}." if who else f"Dit is de tekst van {self.since}."

    @property
    def press(self) -> str:
        """What one says of it with one press, where nobody did."""
        return "Bekeken" if self.state == "changed" else "Alles klopt nog"


def year_of(profile: Profile, carried: Carried, key: str) -> Year:
    """Who looked is kept, also where the words changed before or after."""
    told = carried.looked.get(key, {})
    who, on = str(told.get("who", "")), date.fromisoformat(told["on"]) if told else None
    if carried.parts.get(key) != seal_of_part(profile, key):
        return Year(key, "changed", carried.schooljaar, who, on)
    return Year(key, "holds" if told else "open", carried.schooljaar, who, on)


def since_of(profile: Profile, row: Any) -> str:
    """The schooljaar since which these words stand here; "" for what changed, or is new, this year."""
    carried = carried_of(profile)
    return str(carried.since.get(seal_of(row, parts_under(row)), "")) if carried and row else ""


def since_words(profile: Profile, row: Any) -> str:
    since = since_of(profile, row)
    return f"ongewijzigd sinds {since}" if since else ""
