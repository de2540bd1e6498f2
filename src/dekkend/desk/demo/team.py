"""Copies of team members who do not agree on everything, so that the dialogue has something to show.

Each is asked what fits the function, so some items have more answers than others.
"""

from __future__ import annotations

import random

from dekkend.accounts.models import User
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.actions import add_colleague, ask, choose_asking, choose_naming, make_codes
from dekkend.profile.checklist.coverage import for_audience
from dekkend.profile.checklist.queries import team_of
from dekkend.profile.models import Answer, Copy

# Invented colleagues without an account.
GUESTS = (
    ("Joke van Veen", "Leerkracht groep 4"),
    ("Sjors Huizinga", "Onderwijsassistent"),
    ("Nadia Benali", "Rekencoördinator"),
)

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
    profile.naming, profile.asking = Profile.Naming.NAMED, Profile.Asking.PARTS
    profile.save(update_fields=["naming", "asking"])
    divided = set(chance.sample(sorted(shared), k=min(12, len(shared))))
    for user in team:
        function = (
            user.memberships.exclude(function="").values_list("function", flat=True).first() or user.name
        )
        covers = for_audience(profile.format, profile.format.audience_of(function))
        copy = Copy.objects.create(
            profile=profile,
            kind="personal",
            person=user,
            label=function,
            covers=covers,
            is_finished=True,
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
            if (not covers or item in covers) and chance.random() < 0.95
        )


def ask_the_rest(profile: Profile, head: User) -> None:
    """The colleague whom visitors can choose to be finds an own copy on Mijn werk."""
    fmt = profile.format
    rest = [one for one in team_of(profile) if not one.state and one.function]
    covers = {one.user_id: for_audience(fmt, one.audience) for one in rest if one.user_id}
    ask(profile, rest, covers=covers, mail=False, actor=head)


def ask_in_part(profile: Profile, head: User, *, seed: int) -> None:
    """A school that has just asked: three without an account have a slip, and one has begun."""
    choose_asking(profile, Profile.Asking.PARTS, actor=head)
    choose_naming(profile, Profile.Naming.NAMED, actor=head)
    fmt, values = profile.format, [value.id for value in profile.format.scale.values if value.applies]
    for number, (name, function) in enumerate(GUESTS):
        covers = for_audience(fmt, fmt.audience_of(function))
        made = add_colleague(profile, name, function, covers=covers, actor=head)
        if number == 0:
            begun = [item for item in fmt.items if item.id in covers and not item.topics][: 9 + seed % 5]
            Answer.objects.bulk_create(
                Answer(copy=made.copy, item=item.id, value=values[place % 2], revision=1)
                for place, item in enumerate(begun)
            )


def hand_out_slips(profile: Profile, head: User, *, seed: int) -> None:
    """A school that asks anonymously: most have answered, and nothing can be seen until the filling-in is closed."""
    choose_asking(profile, Profile.Asking.PARTS, actor=head)
    choose_naming(profile, Profile.Naming.ANONYMOUS, actor=head)
    chance = random.Random(seed)  # noqa: S311  an example, no secret
    fmt, values = profile.format, [value.id for value in profile.format.scale.values if value.applies]
    groups = [(6, for_audience(fmt, fmt.audiences[0].id if fmt.audiences else "")), (3, [])]
    for number, covers in groups:
        make_codes(profile, number, covers=covers, actor=head)
    copies = list(profile.copies.filter(kind=Copy.Kind.PERSONAL))
    for copy in copies[:-2]:
        Answer.objects.bulk_create(
            Answer(copy=copy, item=item.id, value=chance.choice(values), revision=1)
            for item in fmt.items
            if not item.topics and (not copy.covers or item.id in copy.covers)
        )
    Copy.objects.filter(pk__in=[copy.pk for copy in copies[:-3]]).update(is_finished=True)
