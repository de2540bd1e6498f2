"""Last year's words, for beside a text that is empty now or says something else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dekkend.documents.markdown import to_plain
from dekkend.profile.base.models import Profile

from .models import Arrangement, ImprovementPoint, Specialisation
from .origins import plainly, same, sealed

Words = dict[str, str]  # field of the row -> its words
# Spots that are named after a row of this year.
ROWS = {"specialisatie": "specialisations", "punt": "improvements"}
BOUNDARY = ("own", "still", "then")
FITS, FIRST = 40, 24  # words


@dataclass(frozen=True)
class LastYear:
    """The school's latest adopted version of an earlier round; empty when there is none."""

    first_year: int = 0
    content: Mapping[str, Any] = field(default_factory=dict)

    @property
    def schooljaar(self) -> str:
        return f"{self.first_year}-{self.first_year + 1}" if self.first_year else ""

    def words(self, spot: str) -> Words:
        """What stood at one spot (see comments/texts.py); {} for a spot that last year did not have."""
        kind, _, key = spot.partition(".")
        if kind == "veld":
            section, _, name = key.partition(".")
            return {"text": self.content.get("texts", {}).get(section, {}).get(name, "")}
        if kind == "voorziening":
            how = {row["id"]: row.get("how", "") for row in self.content.get("provisions", ())}
            return {"how": how.get(key, "")}
        if kind == "grens":
            told = (row for row in self.content.get("boundaries", ()) if row["element"] == key)
            return {name: row.get(name, "") for row in told for name in BOUNDARY}
        return {}

    def column(self, arrangement: Arrangement, column: str) -> tuple[str, str]:
        """Last year's arrangement with this need and name: its id in the content, and what stood in one column.

        Nothing where there were none, or more than one.
        """
        named = (arrangement.need, arrangement.title)
        told = self.content.get("arrangements", ())
        same = [row for row in told if (row["need"], row.get("title", "")) == named]
        if len(same) != 1:
            return "", ""
        return str(same[0]["id"]), str(same[0].get("columns", {}).get(column, {}).get("text", ""))

    def named(self, row: Specialisation | ImprovementPoint) -> Words:
        """The texts of last year's row of this name; {} where there was none, or more than one."""
        told = self.content.get("improvements", ())
        if isinstance(row, Specialisation):
            told = self.content.get("specialisations", {}).get("rows", ())
        same = [each for each in told if plainly(each.get("title", "")) == plainly(row.title)]
        return {name: str(same[0].get(name, "")) for name in row.texts} if len(same) == 1 else {}


def last_year_of(profile: Profile) -> LastYear:
    """One query, the first time."""
    found: LastYear | None = profile.__dict__.get("_last_year")
    if found is None:
        earlier = Profile.objects.filter(
            school=profile.school_id, round__first_year__lt=profile.round.first_year, adopted__isnull=False
        ).order_by("-round__first_year")
        row = earlier.values_list("round__first_year", "adopted__content").first()
        found = LastYear(row[0], json.loads(row[1])) if row else LastYear()
        profile.__dict__["_last_year"] = found
    return found


def words_at(profile: Profile, spot: str) -> Words:
    """What was said there: as LastYear.words, and of one of this year's rows. Nothing empty."""
    last, (kind, _, key) = last_year_of(profile), spot.partition(".")
    if kind in ROWS:
        rows = getattr(profile, ROWS[kind]).all()
        row = next((each for each in rows if str(each.pk) == key), None)
        return {name: text for name, text in (last.named(row) if row else {}).items() if text.strip()}
    if kind != "kolom":
        return {name: text for name, text in last.words(spot).items() if text.strip()}
    pk, _, column = key.partition(".")
    here = next((row for row in profile.arrangements.all() if str(row.pk) == pk), None)
    text = last.column(here, column)[1] if here else ""
    return {"text": text} if text.strip() else {}


@dataclass(frozen=True)
class Strip:
    spot: str
    when: str  # "Vorig jaar", or the schooljaar where that is longer ago
    words: tuple[tuple[str, str], ...]  # that differ: name of the field, "" where there is but one; its words
    is_empty: bool  # nothing stands there this year
    seal: str  # of these words and of what stands there now

    @property
    def short(self) -> str:
        """The first words of what is too long to stand beside a text, "" for what fits."""
        told = [word for _, text in self.words for word in to_plain(text).split()]
        return f"{' '.join(told[:FIRST]).rstrip('.,;:')}…" if len(told) > FITS else ""


def strip_of(profile: Profile, spot: str, row: Any) -> Strip | None:
    """None where last year said nothing that is not still there. `row` is None where nobody wrote yet."""
    last = last_year_of(profile)
    told = words_at(profile, spot)
    here = {name: str(getattr(row, name, "")) for name in told}
    other = {name: text for name, text in told.items() if not same(here[name], text)}
    if not other:
        return None
    when = "Vorig jaar" if last.first_year == profile.round.first_year - 1 else f"In {last.schooljaar}"
    words = tuple((label_of(row, name) if len(told) > 1 else "", text) for name, text in other.items())
    return Strip(spot, when, words, not any(map(str.strip, here.values())), seal_of(told, here))


def label_of(row: Any, name: str) -> str:
    return str(row._meta.get_field(name).verbose_name).capitalize() if row else ""


def seal_of(told: Words, here: Words) -> str:
    return sealed(*told.values(), *here.values())
