"""The whole road with a format that differs in everything: the code knows no Almere.

Every page is asked for as people do, and no page may say a word that only the format of Almere has.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.formats.actions import load_format
from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.profile.models import Agreement, Copy, Profile
from dekkend.profile.version.content import read as read_answers
from dekkend.profile.version.export import answers_file
from dekkend.profile.version.make import render
from dekkend.profile.version.papers.kinds import FROM_CONTENT
from tests.formats.texts import OTHER
from tests.journeys.walker import SCRIPT, Walker, foreign
from tests.world import World, build

FILES = ("pdf", "docx", "odt", "html", "txt")


@pytest.fixture
def other(db: None, settings: Any, tmp_path: Path) -> Iterator[World]:
    settings.MEDIA_ROOT = tmp_path
    get_format.cache_clear()
    load_format(OTHER)
    yield build("anders/2030.1")
    get_format.cache_clear()


Enter = Callable[[User | None], Walker]


@pytest.fixture
def enter() -> Enter:
    pattern = foreign()
    return lambda user: Walker(user, pattern)


def answered(fmt: Format, item: Any, number: int) -> dict[str, str]:
    """Another value for every item, in turn; an item with topics has one for each."""
    values = [value.id for value in fmt.scale.values]
    if item.topics:
        return {f"topics.{topic.id}": values[(number + n) % 4] for n, topic in enumerate(item.topics)}
    return {"value": values[number % 4]}


def fill_checklist(world: World, enter: Enter) -> None:
    ina, profile, fmt = enter(world.coordinator), world.profile, world.profile.format
    ina.reads("checklist", profile.pk, find="De les")
    for number, item in enumerate(fmt.items):
        kept = ina.saves("checklist_answer", profile.pk, item.id, **answered(fmt, item, number))
        assert f"{number + 1} van de {len(fmt.items)}" in kept["state"]["progress"]
    for question in fmt.questions:
        ina.sends("checklist_summary", profile.pk, question.id, text=f"Samen over {question.short}.")
        ina.reads("checklist_question", profile.pk, question.id, find="Begonnen")
    wrong = ina.client.post(
        reverse("checklist_answer", args=[profile.pk, "sfeer_plein"]), {"value": "yes"}, headers=SCRIPT
    )
    assert wrong.status_code == 422


def ask_team(world: World, enter: Enter) -> None:
    profile, fmt = world.profile, world.profile.format
    ina = enter(world.coordinator)
    ina.reads("team", profile.pk)
    ina.sends("team_naming", profile.pk, naming="named")
    people = [world.staff, world.colleague, world.head]
    ina.sends("team_ask", profile.pk, people=[person.pk for person in people])
    for shift, person in enumerate(people):
        walker = enter(person)
        copy = Copy.objects.get(profile=profile, person=person)
        walker.reads("copy", profile.pk, copy.pk)
        for number, item in enumerate(fmt.items):
            walker.saves("copy_answer", profile.pk, copy.pk, item.id, **answered(fmt, item, number + shift))
        for question in fmt.questions:
            walker.reads("copy_question", profile.pk, copy.pk, question.id, find="Weet ik niet")
        walker.sends("copy_finish", profile.pk, copy.pk, finished="1")


def agree(world: World, enter: Enter) -> None:
    profile, fmt, ina = world.profile, world.profile.format, enter(world.coordinator)
    ina.reads("dialogue", profile.pk, find="Sterk")
    for number, item in enumerate(fmt.items):
        ina.reads("dialogue_item", profile.pk, item.id, find=item.text)
        if number and item.id != "buren_zorg":
            ina.sends("agreement_take", profile.pk, item.id)
    ina.sends("dialogue_agreement", profile.pk, "klas_doel", value="started", note="We leggen doelen uit.")
    ina.sends("dialogue_agreement", profile.pk, "buren_zorg", value="strong", note="De zorg zit naast ons.")
    ina.sends("dialogue_take", profile.pk)
    assert Agreement.objects.filter(profile=profile).exclude(value="").count() == len(fmt.items)
    ina.reads("dialogue", profile.pk)


def write(world: World, enter: Enter) -> None:
    profile, fmt, ina = world.profile, world.profile.format, enter(world.coordinator)
    for section in fmt.sections:
        ina.reads("section", profile.pk, section.id, find=section.title)
    ina.saves("section_field", profile.pk, "gegevens", "motto", text="Wij kijken verder.")
    ina.saves("section_field", profile.pk, "koers", "droom", text="Elk kind heeft een hut.")
    ina.saves("section_field", profile.pk, "koers", "ritme", text="vrij")
    ina.sends("section_blocks", profile.pk, "koers", source="klas_doel", target="koers")
    assert profile.texts.get(field="koers").text == "We leggen doelen uit."
    ina.reads("section", profile.pk, "koers", find="We leggen doelen uit.")
    offer(ina, profile)
    ina.sends("boundary_switch", profile.pk, "randen", "rust", on="yes")
    revision = str(profile.boundaries.get().revision)
    told = {"own": "Het plein is druk.", "then": "Wij bellen u."}
    ina.saves("boundary", profile.pk, "randen", "rust", revision=revision, **told)
    improve(ina, profile)
    ina.reads("provisions", profile.pk)
    for each in profile.round.catalogue.provisions.all():
        ina.saves("provision", profile.pk, each.key, how="Zo doen wij dat.")
    for section in fmt.sections:
        ina.reads("section", profile.pk, section.id)


def offer(ina: Walker, profile: Profile) -> None:
    """Two pakketten: one that is whole, one that misses something. Both with the columns of this format."""
    for need, available in (("letters", "on"), ("onrust", "")):
        ina.sends("rows_new", profile.pk, "pakketten", need=need)
        row = profile.arrangements.get(need=need)
        where = (profile.pk, "pakketten", row.pk)
        ina.reads("arrangement", *where, find="Waarmee?")
        ina.saves("row_save", *where, revision=str(row.revision), need=need, target="Voor wie wil.", title="")
        ina.saves("column", *where, "doen", text=f"Wij helpen bij {need}.")
        ina.sends("column_blocks", *where, source="buren_zorg", target="spullen")
        ina.sends("things", *where, column="spullen", pick="hut")
        ina.sends("things", *where, column="doen", what="Tuinman op maandag")
        thing = row.things.get(pick="hut")
        told = {"what": thing.what, "detail": "achter het hek", "is_needed": "on", "is_available": available}
        ina.saves("thing", *where, thing.pk, revision=str(thing.revision), **told)
        helper = row.things.get(column="doen")
        told = {"what": helper.what, "is_needed": "on", "is_available": "on"}
        ina.saves("thing", *where, helper.pk, revision=str(helper.revision), **told)
        ina.reads("arrangement", *where, find="Tuinman")


def improve(ina: Walker, profile: Profile) -> None:
    """From an answer, from the ambition and from a shortage: one press each."""
    short = next(thing for row in profile.arrangements.all() for thing in row.things.all() if thing.is_short)
    for proposal in ("item.klas_doel", "vision.koers.droom", f"shortage.t{short.pk}"):
        ina.sends("points", profile.pk, proposal=proposal)
    for point in profile.improvements.all():
        told = {"title": point.title, "sort": "school_development", "state": "planned", "goal": "Beter."}
        ina.saves("row_save", profile.pk, "stappen", point.pk, revision=str(point.revision), **told)


def hear_and_submit(world: World, enter: Enter) -> None:
    profile, ina, hanna = world.profile, enter(world.coordinator), enter(world.head)
    ina.reads("pupils", profile.pk)
    told = {"method": "In de kring.", "said": "Meer hutten.", "changed": "Er kwam een hut."}
    ina.saves("pupils_text", profile.pk, heard_on=str(timezone.localdate()), **told)
    for kind in FROM_CONTENT:
        words = "Wij helpen bij letters." if kind in ("sop", "schoolgids") else ""
        ina.reads("preview", profile.pk, kind, find=words)
        for form in ("pdf", "docx", "odt"):
            ina.reads("preview_file", profile.pk, kind, form)
    hanna.reads("submit", profile.pk)
    hanna.sends("hand_in", profile.pk)


def decide(world: World, enter: Enter, commit: Any) -> None:
    version = (world.profile.pk, 1)
    bea, mo, hanna = enter(world.board), enter(world.council), enter(world.head)
    for reader in (bea, mo, hanna):
        reader.reads("version", *version, find="De sfeer")
    for kind in ("sop", "schoolgids", "checklist"):
        for form in FILES:
            mo.reads("version_paper", *version, f"{kind}.{form}")
    today = timezone.localdate()
    bea.sends("advice_request", *version, term_ends=str(today + timedelta(days=42)))
    mo.decides("advice", *version, kind="remarks", text="Leg de hut uit.")
    bea.decides("reply", *version, text="Dat doen wij.", departs="no")
    with commit(execute=True):
        bea.decides("decision", *version, on=str(today), valid_until=str(today + timedelta(days=600)))
    bea.reads("board", world.school.board_id, find=world.school.name)
    hanna.reads("publication", world.profile.pk)
    hanna.reads("publication_preview", world.profile.pk)
    with commit(execute=True):
        hanna.sends("publication", world.profile.pk)


def read_in_public(world: World, enter: Enter) -> None:
    parent, brin6, year = enter(None), world.school.brin6, world.round.schooljaar
    page = parent.reads("public_school", brin6, find="Wij helpen bij letters.")
    assert "Onze koers" in page
    parent.reads("public_year", brin6, year)
    for name in ("sop", "schoolgids"):
        for form in FILES:
            parent.reads("public_paper", brin6, year, f"{name}.{form}")
    data = json.loads(parent.reads("public_paper", brin6, year, "profiel.json"))
    assert data["labels"]["needs"] == {"letters": "Letters", "onrust": "Onrust"}
    parent.reads("start", find="Letters")
    parent.reads("public_schools", query="?behoefte=letters", find=world.school.name)
    parent.reads("public_schools", query="?woorden=tuinman", find=world.school.name)


def read_together(world: World, enter: Enter) -> None:
    slug, fmt = world.alliance.slug, world.profile.format
    ans, bo = enter(world.analyst), enter(world.administrator)
    ans.reads("alliance", slug, find="Een standaard is “ontbreekt” als een kwart of meer")
    ans.reads("adopted", world.profile.pk, find="Tuinman")
    for need in fmt.offer.needs:
        ans.reads("offer_all", slug, need.id, find=need.label)
        ans.reads("offer_all_csv", slug, need.id, find=world.school.name)
    for question in fmt.questions:
        ans.reads("standard", slug, question.id, find=question.text)
        ans.reads("standard_csv", slug, question.id)
        for item in question.items:
            ans.reads("standard_item", slug, question.id, item.id, find=item.text)
    for table in ("dekking", "standaarden"):
        ans.reads("table_csv", slug, table)
    ans.reads("progress_csv", slug)
    hanna, area = enter(world.head), world.school.area_id
    hanna.reads("area", area, find="Letters")
    hanna.sends("agreements", area, ronde=str(world.round.first_year), need="onrust")
    hanna.reads("area", area)
    for form in FILES:
        hanna.reads("plan_now", area, world.round.first_year, form)
    bo.reads("region", slug)
    bo.reads("round_edit", slug, world.round.first_year)


def export(world: World, folder: Path) -> None:
    """The profile as a file is in order for its own format, and gives papers without a word of another."""
    path = folder / "uit.yml"
    path.write_text(answers_file(world.profile), encoding="utf-8")
    content, fmt = read_answers(path)
    papers = render(content, fmt)
    for name in ("checklist.txt", "sop.txt", "schoolgids.txt"):
        assert not foreign().findall(papers[name].decode())


def test_the_whole_road_is_walked(
    other: World, enter: Enter, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    for step in (fill_checklist, ask_team, agree, write, hear_and_submit):
        step(other, enter)
    decide(other, enter, django_capture_on_commit_callbacks)
    assert Profile.objects.get(pk=other.profile.pk).state == "published"
    export(other, tmp_path)
    read_in_public(other, enter)
    read_together(other, enter)
    for person in (other.head, other.coordinator, other.staff, other.board, other.council, other.analyst):
        enter(person).reads("desk")
    for page in (1, 2):
        log = enter(other.head).reads("log", other.profile.pk, query=f"?bladzijde={page}", find="heeft ")
        assert "deed:" not in log  # an act without a sentence of its own
    for person in (other.head, other.council, other.board):
        enter(person).reads("road", other.profile.pk)


def test_a_stranger_sees_nothing_of_it(other: World, enter: Enter) -> None:
    sam = enter(other.sam).client
    for name in ("checklist", "dialogue", "writing", "preview", "submit", "log"):
        assert sam.get(reverse(name, args=[other.profile.pk])).status_code == 404
