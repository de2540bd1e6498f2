"""A talk that runs, with an agenda of three items."""

from __future__ import annotations

from dekkend.profile.base.models import Profile
from dekkend.profile.models import AgendaItem, Talk
from dekkend.profile.talk.actions import live
from tests.profile.checklist.people import FMT
from tests.world import World

ITEMS = [item.id for item in FMT.items if not item.topics][:3]


def planned(profile: Profile) -> Talk:
    talk = Talk.objects.create(profile=profile)
    AgendaItem.objects.bulk_create(
        AgendaItem(talk=talk, item=item, position=n, minutes=5) for n, item in enumerate(ITEMS)
    )
    return talk


def running(world: World, shown: str = ITEMS[0], naming: str = "named") -> Talk:
    Profile.objects.filter(pk=world.profile.pk).update(naming=naming)
    world.profile.refresh_from_db()
    talk = live.begin(planned(world.profile), actor=world.head)
    return live.show(talk, shown, actor=world.head)
