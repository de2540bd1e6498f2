"""Two people in one text of this station: every field merges or shows both, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from django.db.models import CharField, TextField
from django.test import Client

from dekkend.audit.revisions import Row
from dekkend.profile.models import (
    Arrangement,
    Boundary,
    ColumnText,
    ImprovementPoint,
    Profile,
    ProvisionText,
    SectionText,
    Specialisation,
    Thing,
)
from dekkend.profile.writing import actions
from dekkend.profile.writing.proposals import Proposal, Source
from tests.profile.writing.shared import (
    BASIS,
    FMT,
    LIMIT,
    LIMITS,
    OFFER,
    POINTS,
    SCRIPT,
    SPECIAL,
    SignIn,
    at,
    save,
    submitted,
)
from tests.world import World

ROWS = (
    Arrangement,
    Boundary,
    ColumnText,
    ImprovementPoint,
    ProvisionText,
    SectionText,
    Specialisation,
    Thing,
)
# Both are shown: of two dates, numbers or functions a third would come that nobody chose.
CHOSEN = {
    (Arrangement, "duration"), (Arrangement, "since"), (Arrangement, "until"),
    (Specialisation, "size"), (Specialisation, "since"), (Specialisation, "until"),
    (ImprovementPoint, "owner"), (ImprovementPoint, "source_text"),
}  # fmt: skip
# Written by a press and never typed.
KEYS = {
    (Arrangement, "need"), (Thing, "column"), (Thing, "pick"), (Thing, "frequency"), (Thing, "basis"),
    (Specialisation, "need"), (Specialisation, "reach"), (ImprovementPoint, "sort"), (ImprovementPoint, "state"),
    (ImprovementPoint, "source_kind"), (ImprovementPoint, "source_ref"),
}  # fmt: skip
PROSE = next(field for field in BASIS.fields if field.kind == "text")
DAY = next(field for field in BASIS.fields if field.kind == "date")
COLUMN = OFFER.columns[0]

START = "Een kind hoort erbij en leert goed"
MINE, THEIRS = START.replace("Een kind", "Elk kind"), START.replace("goed", "veel")
BOTH = "Elk kind hoort erbij en leert veel"
MERGED = [(row, name) for row in ROWS for name in (*row.texts, *row.lines)]


def named(found: object) -> str:
    return found.__name__ if isinstance(found, type) else str(found)


def test_every_written_text_has_a_place_here() -> None:
    typed = {
        (row, name)
        for row in ROWS
        for name in row.written
        if isinstance(row._meta.get_field(name), CharField | TextField)
    }
    assert typed == {*MERGED, *CHOSEN, *KEYS}


def test_no_row_of_the_station_is_forgotten() -> None:
    rows = {row for row in Row.__subclasses__() for row in (row, *row.__subclasses__())}
    rooms = "dekkend.profile.writing.models"
    assert {row for row in rows if row.__module__.startswith(rooms) and not row._meta.abstract} == set(ROWS)


class Desk:
    """One row of the world, and the form that saves it: `revision` and `fields` as a browser has them."""

    def __init__(self, world: World, client: Client, model: type) -> None:
        self.world, self.client, self.model = world, client, model
        self.profile, head = world.profile, world.head
        row, offer = None, None
        if model in (Arrangement, ColumnText, Thing):
            offer = row = actions.add_arrangement(self.profile, FMT.offer.needs[0], actor=head)
        if model is Thing:
            row = actions.add_thing(offer, COLUMN, what="Rekenhulp", pick=None, actor=head)
        if model is Specialisation:
            row = actions.add_specialisation(self.profile, title="Taalplein", actor=head)
        if model is Boundary:
            row = actions.switch_on(self.profile, LIMIT, actor=head)
        if model is ImprovementPoint:
            row = actions.make_point(self.profile, Proposal(Source.OTHER, "", "Rekenen"), actor=head)
        self.row, self.revision = row, getattr(row, "revision", 0)
        self.fields = (
            {name: value for name, value in row.values().items() if value is not None} if row else {}
        )
        provision = world.profile.round.catalogue.provisions.first()
        names = {
            Arrangement: ("row_save", OFFER.id, getattr(row, "pk", 0)),
            ColumnText: ("column", OFFER.id, getattr(offer, "pk", 0), COLUMN.id),
            Thing: ("thing", OFFER.id, getattr(offer, "pk", 0), getattr(row, "pk", 0)),
            Specialisation: ("row_save", SPECIAL.id, getattr(row, "pk", 0)),
            Boundary: ("boundary", LIMITS.id, LIMIT.id),
            ImprovementPoint: ("row_save", POINTS.id, getattr(row, "pk", 0)),
            SectionText: ("section_field", BASIS.id, PROSE.id),
            ProvisionText: ("provision", provision.key if provision else ""),
        }
        name, *keys = names[model]
        self.url = at(name, self.profile, *keys)
        if model is ColumnText:
            self.fields = {}

    def send(self, name: str, text: str, revision: int):  # type: ignore[no-untyped-def]
        told = {key: value for key, value in self.fields.items() if value is not False and value != []}
        return save(self.client, self.url, **{**told, "revision": str(revision), name: text})

    def begin(self, name: str, text: str = START) -> int:
        answer = self.send(name, text, 0 if self.model is ColumnText else self.revision)
        assert answer.status_code == 200, answer.content
        return int(answer.json()["revision"])

    def now(self, name: str) -> str:
        return str(getattr(self.model.objects.get(), name))  # type: ignore[attr-defined]


@pytest.fixture
def client(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.coordinator)


@pytest.mark.parametrize(("model", "name"), MERGED, ids=named)
def test_two_edits_of_other_words_become_one_text(
    model: type, name: str, world: World, client: Client
) -> None:
    desk = Desk(world, client, model)
    base = desk.begin(name)
    desk.send(name, THEIRS, base)

    answer = desk.send(name, MINE, base)

    assert (answer.status_code, answer.json()["fields"].get(name)) == (200, BOTH)
    assert desk.now(name) == BOTH


@pytest.mark.parametrize(("model", "name"), [*MERGED, *sorted(CHOSEN, key=str)], ids=named)
def test_two_edits_of_the_same_words_are_both_shown(
    model: type, name: str, world: World, client: Client
) -> None:
    desk = Desk(world, client, model)
    base = desk.begin(name, "Een tekst")
    desk.send(name, "Hun tekst", base)

    answer = desk.send(name, "Mijn tekst", base)

    sides = answer.json()["fields"][name]
    assert (answer.status_code, sides["mine"], sides["theirs"]) == (409, "Mijn tekst", "Hun tekst")
    assert (sides["who"], desk.now(name)) == ("Ina Begeleider", "Hun tekst")


@pytest.mark.parametrize(("model", "name"), sorted(CHOSEN, key=str), ids=named)
def test_of_two_short_facts_no_third_is_made(model: type, name: str, world: World, client: Client) -> None:
    desk = Desk(world, client, model)
    base = desk.begin(name, "sinds augustus 2026")
    desk.send(name, "sinds augustus 2027", base)

    assert desk.send(name, "vanaf augustus 2026", base).status_code == 409


def test_two_days_in_one_field_never_make_a_third(world: World, client: Client) -> None:
    url = at("section_field", world.profile, BASIS.id, DAY.id)
    save(client, url, text="20-01-2027")
    save(client, url, text="20-02-2027", revision="1")

    answer = save(client, url, text="25-01-2027", revision="1")

    assert (answer.status_code, world.profile.texts.get().text) == (409, "2027-02-20")


def test_together_too_long_is_shown_and_not_cut(world: World, client: Client) -> None:
    desk = Desk(world, client, Specialisation)
    base = desk.begin("title", "Taal plein " + "x" * 60)
    desk.send("title", "Taal plein " + "x" * 60 + " en " + "y" * 40, base)

    answer = desk.send("title", "Taal voor ieder die dat nodig heeft, plein " + "x" * 60, base)

    assert answer.status_code == 409
    assert len(desk.now("title")) <= 120


def test_without_a_script_both_texts_come_back_on_a_page(world: World, client: Client) -> None:
    desk = Desk(world, client, Boundary)
    base = desk.begin("own", "Een tekst")
    desk.send("own", "Hun tekst", base)

    page = client.post(desk.url, {"revision": base, "own": "Mijn tekst", "still": "En dit ook", "then": ""})

    assert page.status_code == 409
    for words in ("Mijn tekst", "Hun tekst", "En dit ook", "Allebei, onder elkaar"):
        assert words in page.content.decode()


@pytest.mark.parametrize(
    "model", [Arrangement, ColumnText, Thing, Specialisation, Boundary, ImprovementPoint]
)
@pytest.mark.parametrize("script", [True, False])
def test_what_a_colleague_took_away_is_said_and_the_words_stay(
    model: type, script: bool, world: World, client: Client
) -> None:
    desk = Desk(world, client, model)
    row = desk.row or world.profile.arrangements.get()
    actions.remove(row, profile=world.profile, actor=world.head)

    told = {"revision": "1", "text": "Wat ik net typte"}
    answer = client.post(desk.url, told, headers=SCRIPT if script else {})

    assert answer.status_code == 423
    words = answer.json()["error"] if script else answer.content.decode()
    assert "Zet " in words
    assert script or "Wat ik net typte" in words


def test_a_row_that_never_was_is_not_found(client: Client, world: World) -> None:
    assert save(client, at("row_save", world.profile, SPECIAL.id, 99), title="Taal plein").status_code == 404


def test_a_row_of_another_school_is_not_found_when_it_is_gone(client: Client, world: World) -> None:
    other = Profile.objects.create(school=world.schools[2], round=world.round)
    row = actions.add_specialisation(other, title="Taalplein", actor=world.people["other_head"])
    key = row.pk
    actions.remove(row, profile=other, actor=world.people["other_head"])
    assert save(client, at("row_save", world.profile, SPECIAL.id, key), title="Mijn plein").status_code == 404


def test_who_writes_after_submitting_reads_what_was_typed(world: World, client: Client) -> None:
    submitted(world.profile)
    told = {"revision": "0", "text": "Wij kijken goed.\nElke dag."}
    page = client.post(at("section_field", world.profile, BASIS.id, PROSE.id), told)
    assert page.status_code == 423
    assert "Wij kijken goed.<br>Elke dag." in page.content.decode()


def test_the_page_says_what_is_saved_and_not_what_was_sent(world: World, client: Client) -> None:
    desk = Desk(world, client, Arrangement)
    base = desk.begin("title")
    desk.send("title", THEIRS, base)

    assert desk.send("title", MINE, base).json()["state"]["name"] == BOTH
