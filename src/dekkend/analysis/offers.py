"""What a school says it offers for a need, and what it still misses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from dekkend.region.models import Round, School

from .listing import Listing
from .models import OfferFact, ThingFact

# Words and mark of a group, by the standing that listing.by_offer gives.
TITLES = [
    (_("Bieden dit"), "full"),
    (_("Hebben een arrangement dat nog iets mist"), "half"),
    (_("Bieden dit niet"), "empty"),
    (_("Nog niet bekend"), "blank"),
]
REACH = {"area": _("ook voor de wijk"), "city": _("ook voor de stad")}


@dataclass(frozen=True)
class Offered:
    kind: str  # "arrangement", "specialisatie"
    title: str
    text: str  # for whom, in the school's own words: Markdown
    reach: str
    is_complete: bool
    places: int = 0  # pupils at once


def offers_of(found: Listing, round: Round, need: str) -> None:
    """Give every school on the page `offers` and `missing`. Two queries."""
    told, missing = told_of(found.page.object_list, round, need)
    for school in found.page.object_list:
        school.offers, school.missing = told[school.pk], missing[school.pk]  # type: ignore[attr-defined]


def told_of(
    schools: Iterable[School], round: Round, need: str
) -> tuple[dict[int, list[Offered]], dict[int, list[str]]]:
    keys = [school.pk for school in schools]
    offers: dict[int, list[Offered]] = defaultdict(list)
    for fact in OfferFact.objects.filter(round=round, need=need, school__in=keys).order_by("pk"):
        offers[fact.school_id].append(offered(fact))
    things = ThingFact.objects.filter(
        round=round, need=need, school__in=keys, is_needed=True, is_available=False
    )
    missing: dict[int, list[str]] = defaultdict(list)
    for school, what in things.order_by("pk").values_list("school", "what"):
        missing[school].append(what)
    return offers, missing


def offered(fact: OfferFact) -> Offered:
    return Offered(
        str(fact.get_kind_display()),
        fact.title,
        fact.text,
        str(REACH.get(fact.reach, "")),
        fact.is_complete,
        fact.places,
    )
