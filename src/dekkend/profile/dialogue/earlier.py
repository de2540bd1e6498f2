"""What was agreed last year, and how far apart the team was then, where that may be seen."""

from __future__ import annotations

from dataclasses import dataclass, field

from dekkend.formats.queries import comparable_with
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.earlier import Told, told_of

from .queries import spreads_of
from .spread import Spread


@dataclass(frozen=True)
class Earlier:
    told: dict[str, Told] = field(default_factory=dict)
    spreads: dict[str, Spread] = field(default_factory=dict)

    def value_id(self, item: str) -> str:
        """ "" where it says nothing about this year's answer."""
        return self.told[item].value.id if item in self.told and not self.told[item].why else ""


def earlier_of(profile: Profile) -> Earlier:
    """Of the latest adopted version of an earlier round; three queries.

    Last year's own rule of hiding holds for last year's answers; what is not comparable has no spread.
    """
    told = told_of(profile)
    before = (
        Profile.objects.filter(
            school=profile.school_id, round__first_year__lt=profile.round.first_year, adopted__isnull=False
        )
        .select_related("round")
        .order_by("-round__first_year")
        .first()
        if told
        else None
    )
    if before is None or all(each.why for each in told.values()):
        return Earlier(told)
    spreads = spreads_of(before)
    then = comparable_with(before.made_with, profile.format).items
    return Earlier(told, {item: spreads[then[item]] for item in told if then.get(item) in spreads})
