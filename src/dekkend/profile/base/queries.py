from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, DateField, Q, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, Greatest
from django.http import Http404

from dekkend.kit.prepared import Prepared, PreparedModels
from dekkend.region.models import Round, School
from dekkend.region.models.round import STATIONS
from dekkend.region.queries import keys

if TYPE_CHECKING:
    from .models import Profile


class ProfileQuerySet(models.QuerySet["Profile"]):
    def visible_to(self, user: Any) -> ProfileQuerySet:
        """Profiles in the making are of the school and its board; the samenwerkingsverband sees adopted ones."""
        return self.filter(in_sight(**sight_of(user)))

    def with_places(self) -> ProfileQuerySet:
        """All that a page of a profile needs to say where one is: one query."""
        return self.select_related(
            "school__board", "school__area", "school__alliance", "round__catalogue", "sealed"
        )

    def in_round(self, round: Any) -> ProfileQuerySet:
        return self.filter(round=round)

    def of_other_years(self, profile: Profile) -> ProfileQuerySet:
        """The same school in other rounds, the newest first."""
        others: ProfileQuerySet = self.filter(school=profile.school_id).exclude(pk=profile.pk)
        return others.select_related("round")

    def with_due(self, round: Any) -> ProfileQuerySet:
        """Adds `due`: until when the current station is open, as Profile.until says. For profiles of one round."""
        whens = []
        for station, _ in STATIONS:
            own: Any = Cast(KeyTextTransform(station, "extended"), DateField())
            if day := round.until(station):
                of_round = Value(day, output_field=DateField())
                own = Greatest(Coalesce(own, of_round), of_round)
            whens.append(When(station=station, then=own))
        found: ProfileQuerySet = self.annotate(due=Case(*whens, default=None, output_field=DateField()))
        return found


def sight_of(user: Any) -> dict[str, list[int]]:
    """Keys of the places from where this person sees profiles."""
    return {
        "schools": keys(user, "school"),
        "guests": keys(user, "profile", "guest"),
        "boards": keys(user, "board", "board"),
        "alliances": keys(user, "alliance", "analyst", "administrator"),
    }


def in_sight(schools: list[int], guests: list[int], boards: list[int], alliances: list[int]) -> Q:
    return (
        Q(school__in=schools)
        | Q(pk__in=guests)
        | Q(school__board__in=boards)
        | Q(school__alliance__in=alliances, adopted__isnull=False)
    )


def one_in_sight(pk: int, **places: list[int]) -> ProfileQuerySet:
    from .models import Profile

    found: ProfileQuerySet = Profile.objects.with_places().filter(in_sight(**places), pk=pk).order_by()
    return found


# Asked at every page of a profile.
seen_profile = PreparedModels(one_in_sight, pk=int, schools=list, guests=list, boards=list, alliances=list)


def profile_of(user: Any, profile: int) -> Profile:
    """For `page(…, load=profile_of)`: the profile with its places, or 404 for a stranger."""
    found: list[Profile] = seen_profile(pk=profile, **sight_of(user))
    if not found:
        raise Http404
    return found[0]


# All that a save asks of a profile: its state, its places and its format. Everything else is read when asked for.
# Django wants the fields of each row in the order of its model.
BRIEF = ("id", "school_id", "round_id", "format_ref", "state", "naming", "team_closed", "station", "turn")
SCHOOL = ("id", "alliance_id", "board_id", "area_id")
ROUND = ("id", "format_ref")


def brief(pk: int) -> models.QuerySet[Any, Any]:
    from .models import Profile

    rows = Profile.objects.filter(pk=pk).order_by()
    return rows.values_list(
        *BRIEF, *(f"school__{name}" for name in SCHOOL), *(f"round__{name}" for name in ROUND)
    )


brief_of = Prepared(brief, pk=int)


def brief_profile(user: Any, profile: int) -> Profile:
    """For `page(…, load=brief_profile)` on saves. The role is asked after it, so nothing is shown to a stranger."""
    from .models import Profile

    rows = brief_of(pk=profile)
    if not rows:
        raise Http404
    parts = iter(rows[0])

    def row(model: Any, names: tuple[str, ...]) -> Any:
        return model.from_db("default", names, list(islice(parts, len(names))))

    found: Profile = row(Profile, BRIEF)
    found.school = row(School, SCHOOL)
    found.round = row(Round, ROUND)
    return found


def profile_by_brin6(brin6: str, schooljaar: str = "") -> Profile | None:
    """For commands: the profile of a school in its newest round, or in that of the schooljaar."""
    from .models import Profile

    found = Profile.objects.with_places().filter(school__brin6=brin6.upper()).order_by("-round__first_year")
    if schooljaar:
        found = found.filter(round__first_year=first_year(schooljaar))
    return found.first()


def first_year(schooljaar: str) -> int:
    """2027 of "2027-2028"; 0, which no round has, for what is no year."""
    head = schooljaar.partition("-")[0]
    return int(head) if head.isdigit() else 0
