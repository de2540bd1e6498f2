"""What the tests of stations 1 and 2 share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.formats.queries import get_format
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.codes import key_of
from dekkend.profile.models import Answer, Copy
from tests.world import FORMAT

SignIn = Callable[[User], Client]
FMT = get_format(FORMAT)
ITEM = next(item for item in FMT.items if not item.topics)
QUESTION = FMT.question_of(ITEM.id)
BY_TOPIC = next(item for item in FMT.items if item.topics)
YES, HALF, NO, NOT = (value.id for value in FMT.scale.values)
SCRIPT = {"Accept": "application/json"}
CODE = "aaaa-bbbb-cccc"


def save(client: Client, url: str, **fields: Any) -> HttpResponse:
    """As autosave.js does."""
    return client.post(url, {"revision": "0", **fields}, headers=SCRIPT)


def own(profile: Profile, person: User) -> Copy:
    Profile.objects.filter(pk=profile.pk).update(naming="named")
    return Copy.objects.create(profile=profile, kind="personal", person=person, label=person.name)


def anonymous(profile: Profile, code: str = CODE) -> Copy:
    Profile.objects.filter(pk=profile.pk).update(naming="anonymous")
    return Copy.objects.create(profile=profile, kind="personal", key=key_of(code), label="teamlid")


def shared(profile: Profile) -> Copy:
    return Copy.objects.get_or_create(profile=profile, kind="shared")[0]


def answered(copy: Copy, item: str = ITEM.id, value: str = YES, **fields: Any) -> Answer:
    return Answer.objects.create(copy=copy, item=item, value=value, revision=1, **fields)


def everything(copy: Copy, value: str = YES) -> None:
    """Answer every item alike, also its topics."""
    for item in FMT.items:
        answered(copy, item.id, value, topics={topic.id: value for topic in item.topics})


def page(name: str, profile: Profile, *args: Any) -> str:
    return reverse(name, args=[profile.pk, *args])
