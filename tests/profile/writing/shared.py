"""What the tests of station 3 share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.audit.actions import SYSTEM
from dekkend.audit.revisions import revise
from dekkend.formats.queries import get_format
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Agreement, Summary
from tests.world import FORMAT

SignIn = Callable[[User], Client]
FMT = get_format(FORMAT)
FACTS, VISION, BASIS, OFFER, SPECIAL, LIMITS, POINTS = FMT.sections
YES, HALF, NO, NOT = (value.id for value in FMT.scale.values)
NEED = FMT.offer.needs[0].id
LIMIT = next(element for element in FMT.offer.elements if element.kind == "boundary")
SCRIPT = {"Accept": "application/json"}


def at(name: str, profile: Profile, *args: Any) -> str:
    return reverse(name, args=[profile.pk, *args])


def save(client: Client, url: str, **fields: Any) -> HttpResponse:
    """As autosave.js does."""
    return client.post(url, {"revision": "0", **fields}, headers=SCRIPT)


def agreed(profile: Profile, item: str, value: str = YES, note: str = "", **fields: Any) -> Agreement:
    """Also in the place of what was agreed before."""
    row, _ = Agreement.objects.get_or_create(profile=profile, item=item)
    changes = {"value": value, "note": note, **fields}
    return revise(row, changes, base=row.revision, actor=SYSTEM).row  # type: ignore[no-any-return]


def summed(profile: Profile, question: str, text: str) -> Summary:
    row = Summary.objects.create(profile=profile, question=question)
    return revise(row, {"text": text}, base=0, actor=SYSTEM).row  # type: ignore[no-any-return]


def submitted(profile: Profile) -> None:
    Profile.objects.filter(pk=profile.pk).update(state="submitted")
