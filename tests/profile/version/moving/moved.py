"""A school that is half-way in the other format, of which the next version appears."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from dekkend.formats.queries import get_format
from dekkend.profile.checklist.models import Answer, Copy
from dekkend.profile.models import (
    AgendaItem,
    Agreement,
    Arrangement,
    Carried,
    ColumnText,
    Comment,
    ImprovementPoint,
    Move,
    Profile,
    ProvisionText,
    SectionText,
    Showing,
    Specialisation,
    Summary,
    Talk,
    Thing,
    Version,
    Waved,
)
from dekkend.profile.version.moving.actions import move_round
from dekkend.profile.writing.unchanged import seal_of, seals_of_parts
from tests.formats.texts import NEWER, OTHER
from tests.world import World

OLD, NEW = "anders/2030.1", "anders/2031.1"
FOLDERS = (OTHER, NEWER)
# What rows of a profile are made of, for laying before and after side by side.
MODELS = (
    Answer, Agreement, Summary, Copy, Talk, AgendaItem, SectionText, Arrangement, Thing, Specialisation,
    ImprovementPoint, ColumnText, ProvisionText, Carried, Comment, Waved,
)  # fmt: skip

VALUES = {
    "klas_doel": "strong",
    "klas_tempo": "started",
    "sfeer_plein": "usual",  # a value that the next version does not have
    "sfeer_rust": "strong",
    "buren_zorg": "started",
    "buren_ouders": "strong",
}


def filled(world: World) -> Profile:
    """Answers, agreements and texts, on all items but the one with topics."""
    profile = world.profile
    shared = Copy.objects.create(profile=profile, kind="shared")
    own = Copy.objects.create(
        profile=profile, kind="personal", person=world.staff, covers=["sfeer_rust", "klas_doel"]
    )
    for item, value in VALUES.items():
        told = {"item": item, "value": value, "note": f"Zo doen wij {item}.", "revision": 1}
        Answer.objects.create(copy=shared, **told)
        Answer.objects.create(copy=own, **told)
        Agreement.objects.create(profile=profile, **told)
    Agreement.objects.create(
        profile=profile,
        item="klas_hulp",
        value="strong",
        topics={"letters": "strong", "muziek": "strong"},
        revision=1,
    )
    Summary.objects.create(profile=profile, question="klas", text="Samen.", revision=1)
    talk = Talk.objects.create(profile=profile)
    for place, item in enumerate(("sfeer_rust", "buren_zorg", "buren_ouders", "klas_doel")):
        AgendaItem.objects.create(talk=talk, item=item, position=place, minutes=5)
    told = [{"kind": "item", "source": "klas_tempo", "value": "started"}, {"kind": "hand"}]
    text(profile, "koers", "Wij geven tijd.\n\nEn rust.", origins=told, gone=[{"text": "Weg.", **told[0]}])
    text(profile, "droom", "Ooit een boomhut.")
    arrangement = Arrangement.objects.create(profile=profile, need="onrust", revision=1)
    Thing.objects.create(arrangement=arrangement, column="spullen", pick="hut", what="Hut", revision=1)
    profile.boundaries.create(element="rust", own="Tot hier.", revision=1)
    ImprovementPoint.objects.create(
        profile=profile, title="Rust", source_kind="item", source_ref="sfeer_rust", revision=1,
        more_sources=[{"kind": "item", "ref": "buren_zorg", "text": ""}],
    )  # fmt: skip
    return Profile.objects.with_places().get(pk=profile.pk)


def carried_along(profile: Profile) -> Carried:
    """What only a profile has that began with last year, with its comments, its drafts, and a talk that is over."""
    version = Version.objects.create(
        profile=profile,
        number=1,
        content="{}",
        sha256="0" * 64,
        sealed_at=timezone.now() - timedelta(days=300),
    )
    draft = {
        "kind": "draft",
        "source": "sfeer_rust",
        "also": "klas_tempo buren_zorg",
        "words": "Samen rustig.",
    }
    row = profile.arrangements.get().column_texts.create(
        column="spullen", text="Samen rustig.", revision=1, origins=[draft], gone=[{"text": "Weg.", **draft}]
    )
    profile.provision_texts.create(
        key="veilig", how="Hier is rust.", revision=1,
        origins=[{"kind": "item", "source": "sfeer_rust"}], gone=[{"text": "Weg.", **draft}],
    )  # fmt: skip
    Showing.objects.create(talk=Talk.objects.get(profile=profile), item="klas_tempo")
    spot = "veld.koers.koers"
    Waved.objects.create(profile=profile, spot=spot, kind="length", mark="1")
    Comment.objects.create(
        profile=profile, spot=spot, field="text", words="En rust.", text="Mooi.", at=timezone.now()
    )
    Comment.objects.create(
        profile=profile,
        spot=f"kolom.{row.arrangement_id}.spullen",
        field="text",
        text="Ook buiten?",
        at=timezone.now(),
    )
    return Carried.objects.create(
        profile=profile, version=version, schooljaar="2026-2027", on=timezone.localdate(),
        parts=seals_of_parts(profile), since={seal_of(profile.texts.get(field="koers")): "2025-2026"},
        looked={"koers": {"who": "Ina", "on": "2026-11-01"}},
        walked={"klas_tempo": "een", "sfeer_rust": "twee", "klas_doel": "drie", "klas_hulp": "vier"},
    )  # fmt: skip


def text(profile: Profile, field: str, words: str, **known: Any) -> None:
    told = known or {"origins": [{"kind": "hand"}]}
    SectionText.objects.create(profile=profile, section="koers", field=field, text=words, revision=1, **told)


def over(world: World) -> Profile:
    world.round.refresh_from_db()
    move_round(world.round, NEW, actor=world.administrator)
    return now(world)


def now(world: World) -> Profile:
    return Profile.objects.with_places().get(pk=world.profile.pk)


def rows(*, revisions: bool = True) -> dict[str, Any]:
    """Every row as it stands; without `revisions` what people see of it."""
    skip = set() if revisions else {"revision"}
    return {
        f"{model.__name__}/{row['pk']}": {name: value for name, value in row.items() if name not in skip}
        for model in MODELS
        for row in model.objects.values("pk", *(field.attname for field in model._meta.concrete_fields))
    }


def agreed(profile: Profile) -> dict[str, str]:
    return {row.item: row.value for row in profile.agreements.all()}


def answered(profile: Profile, kind: str) -> dict[str, str]:
    return {row.item: row.value for row in Answer.objects.filter(copy__profile=profile, copy__kind=kind)}


def move_of(profile: Profile) -> Move:
    return profile.moves.get(undone=False)


def known_formats() -> None:
    get_format.cache_clear()
