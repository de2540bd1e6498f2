"""Copies of team members who do not agree on everything, so that the dialogue has something to show."""

from __future__ import annotations

import random

from dekkend.accounts.models import User
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Answer, Copy

WORDS = (
    "Bij ons in de groep lukt dit al goed.",
    "Dit hangt nog af van wie er voor de groep staat.",
    "We hebben het afgesproken, maar doen het nog niet allemaal.",
    "Dit mag vaker in de teamvergadering terugkomen.",
    "Ik zie dit vooral in de onderbouw.",
)


def answer_as_team(profile: Profile, team: list[User], *, seed: int) -> None:
    """Each member answers near the shared copy; some items divide the team."""
    chance = random.Random(seed)  # noqa: S311  an example, no secret
    shared = {row.item: row for row in Answer.objects.filter(copy__profile=profile, copy__kind="shared")}
    values = [value.id for value in profile.format.scale.values if value.applies]
    profile.naming = Profile.Naming.NAMED
    profile.save(update_fields=["naming"])
    divided = set(chance.sample(sorted(shared), k=min(12, len(shared))))
    for user in team:
        copy = Copy.objects.create(
            profile=profile, kind="personal", person=user, label=user.name, is_finished=True
        )
        Answer.objects.bulk_create(
            Answer(
                copy=copy,
                item=item,
                value=chance.choice(values) if item in divided else row.value,
                topics=row.topics,
                note=chance.choice(WORDS) if item in divided and chance.random() < 0.6 else "",
                revision=1,
            )
            for item, row in shared.items()
            if chance.random() < 0.95
        )
