"""What somebody else takes away between the look and the save: a sentence and the typed words, never a fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.profile.checklist import actions as checklist
from dekkend.profile.models import Arrangement, Copy, Profile, Thing
from dekkend.profile.writing import actions as writing
from tests.attack.everything import section_of
from tests.profile.checklist.people import FMT
from tests.world import World, build

# What belongs to a row that is gone is refused at the end of the transaction, so it has to end here.
pytestmark = pytest.mark.django_db(transaction=True)

SignIn = Callable[[User], Client]
TYPED = "Dit kostte mij een half uur."


@pytest.fixture
def open_world(transactional_db: None) -> World:
    return build()


def just_before(room: Any, name: str, taken: Callable[[], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Another person presses first: the view has seen the row, and the verb begins."""
    verb = getattr(room, name)

    def late(*told: Any, **more: Any) -> Any:
        taken()
        return verb(*told, **more)

    monkeypatch.setattr(room, name, late)


@pytest.mark.parametrize(
    ("verb", "path", "sent"),
    [
        ("save", "tekst/", {"revision": "1", "need": FMT.offer.needs[0].id, "title": TYPED}),
        ("add_thing", "dingen/", {"what": TYPED}),
        ("write_column", "kolommen/{column}/", {"revision": "0", "text": TYPED}),
    ],
)
def test_a_row_that_was_just_taken_away(
    open_world: World,
    sign_in: SignIn,
    monkeypatch: pytest.MonkeyPatch,
    verb: str,
    path: str,
    sent: dict[str, str],
) -> None:
    profile = Profile.objects.with_places().get()
    row = writing.add_arrangement(profile, FMT.offer.needs[0], actor=open_world.head)
    section = FMT.section_of_kind("arrangements")
    assert section
    column = section.columns[0].id
    page = f"/profielen/{profile.pk}/profiel/{section_of(profile, 'arrangements')}/rijen/{row.pk}/"
    just_before(writing, verb, Arrangement.objects.all().delete, monkeypatch)

    answer = sign_in(open_world.coordinator).post(
        page + path.format(column=column), {**sent, "column": column}
    )

    assert answer.status_code == 423
    assert "net weggehaald of veranderd" in answer.content.decode()
    assert TYPED in answer.content.decode()
    assert not Thing.objects.exists()


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_slip_that_was_just_withdrawn(
    open_world: World, client: Client, monkeypatch: pytest.MonkeyPatch, accept: str
) -> None:
    profile = Profile.objects.with_places().get()
    checklist.choose_naming(profile, "anonymous", actor=open_world.head)
    code = checklist.make_codes(profile, 4, actor=open_world.head)[0]
    item = next(item for item in profile.format.items if not item.topics)
    just_before(checklist, "answer", Copy.objects.filter(kind="personal").delete, monkeypatch)

    answer = client.post(
        f"/profielen/{profile.pk}/c/{code}/onderdeel/{item.id}/",
        {"revision": "0", "note": TYPED},
        headers={"accept": accept},
    )

    assert answer.status_code == 423
    assert "net weggehaald of veranderd" in answer.content.decode()
