"""What is sealed after a move says nothing that is asked no more; what was sealed before it keeps its own questions."""

from __future__ import annotations

from typing import Any

from dekkend.formats.queries import get_format
from dekkend.process.engine import blockers
from dekkend.profile.models import Agreement, Boundary, SectionText
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.content.gaps import gaps
from dekkend.profile.version.missing import missing
from dekkend.profile.version.moving.actions import confirm
from dekkend.profile.version.moving.queries import open_items
from tests.profile.version.moving.moved import NEW, OLD, over
from tests.world import World


def test_the_content_says_only_what_the_new_version_asks(half_way: World) -> None:
    content = content_of(over(half_way))

    assert content["format"] == NEW
    assert set(content["checklist"]["answers"]) == {
        "klas_eigen_tempo", "klas_hulp", "rust_binnen", "rust_buiten", "buren_samen", "sfeer_plein",
    }  # fmt: skip
    assert content["texts"]["koers"].keys() == {"koers"}
    assert content["boundaries"] == []
    assert Boundary.objects.get().own == "Tot hier."
    assert SectionText.objects.filter(field="droom").exists()
    assert Agreement.objects.filter(item="klas_doel").exists()


def test_nothing_is_handed_in_that_was_not_looked_at(half_way: World) -> None:
    profile = over(half_way)
    waiting = open_items(profile)
    told = "Kijk eerst na of deze antwoorden nog kloppen: Ab, Ba, Bb."

    assert any(told in sentence for sentence in blockers("submit", profile))
    assert missing(profile)[0].name == "Nieuwe checklist"

    for item in waiting:
        confirm(profile, profile.format.item(item), actor=half_way.head)

    assert not any("nog kloppen" in sentence for sentence in blockers("submit", profile))
    assert all(place.name != "Nieuwe checklist" for place in missing(profile))


def test_a_need_that_is_gone_is_chosen_anew(half_way: World) -> None:
    profile = over(half_way)
    content: Any = content_of(profile)
    content["pupils"] = {"method": "", "said": "", "changed": "", "heard_on": ""}
    content["arrangements"][0] |= {"need": "bewegen", "title": "Gym"}

    told = [str(gap) for gap in gaps(content, profile.format)]

    assert "Deel III, Pakketten: kies bij “Gym” opnieuw voor welke behoefte het is." in told


def test_a_version_that_was_sealed_keeps_its_own_questions(half_way: World) -> None:
    content = f'{{"format": "{OLD}"}}'
    version = half_way.profile.versions.create(number=1, content=content, sha256="0" * 64, sealed_by="Hanna")
    over(half_way)
    assert version.format == get_format(OLD)
