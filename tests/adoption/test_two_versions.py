"""The road from submit to adopted, with a version that was returned."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dekkend.adoption import actions
from dekkend.adoption.queries import decisions_of
from dekkend.process.engine import Refused
from dekkend.profile.models import SectionText, Version
from dekkend.profile.version.actions import submit
from dekkend.profile.version.changes import changes
from dekkend.profile.version.earlier import bases
from tests.adoption.roads import adopt, advised, sealed, submitted
from tests.world import World

SOON = timezone.localdate() + timedelta(weeks=6)


def test_an_advice_on_version_1_says_nothing_about_version_2(world: World) -> None:
    profile = advised(world)
    actions.return_profile(profile, actor=world.board, reason="Deel 4 mist de route.")
    submit(profile, actor=world.head)

    assert (sealed(profile).number, profile.turn) == (2, "board")
    with pytest.raises(Refused, match="nog niet om advies gevraagd"):
        actions.advise(profile, actor=world.council, kind="positive")
    with pytest.raises(Refused, match="Vraag eerst de MR om advies"):
        actions.reply(profile, actor=world.board, text="Dank.")
    with pytest.raises(Refused, match="Vraag eerst de MR om advies"):
        adopt(world)


def test_the_whole_way_with_two_versions(world: World) -> None:
    profile = advised(world, "negative")
    actions.return_profile(profile, actor=world.board, reason="Luister naar de MR.")
    text = SectionText.objects.filter(profile=profile, section="vision").first()
    assert text is not None
    SectionText.objects.filter(pk=text.pk).update(text=f"{text.text}\n\nElk kind hoort erbij.")
    submit(profile, actor=world.head)
    actions.ask_advice(profile, actor=world.board, term_ends=SOON)
    actions.advise(profile, actor=world.council, kind="positive")
    actions.reply(profile, actor=world.board, text="Dank, we nemen het over.")
    adopt(world)

    first, second = Version.objects.order_by("number")
    assert profile.adopted == second
    assert (decisions_of(first).status, decisions_of(first).advice_kind) == ("concept", "negative")
    assert (decisions_of(second).status, decisions_of(second).advice_kind) == ("adopted", "positive")
    assert first.sha256 != second.sha256
    assert bases(profile, 2) == {"versie": [first]}
    parts = changes(first.data, second.data, profile.format)
    assert [part.id for part in parts if part.changes] == ["vision"]
    assert "Elk kind hoort erbij." in str(parts)


def test_sealing_the_same_words_again_differs_in_the_link_alone(world: World) -> None:
    profile = submitted(world)
    actions.return_profile(profile, actor=world.board, reason="Bij nader inzien.")
    submit(profile, actor=world.head)

    first, second = Version.objects.order_by("number")
    assert (first.data["previous"], second.data["previous"]) == ("", first.sha256)
    assert {**first.data, "previous": ""} == {**second.data, "previous": ""}
