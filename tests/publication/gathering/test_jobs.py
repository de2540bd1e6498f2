"""What was asked for is made aside, once, also when who makes it dies."""

from __future__ import annotations

import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from dekkend.audit.models import Event
from dekkend.desk.commands import run_due
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.models import Profile
from dekkend.profile.version.keep import path_of
from dekkend.publication.gathering import jobs
from dekkend.publication.gathering.actions import ask
from dekkend.publication.gathering.jobs import TRIES, gather_due, home, zip_of
from dekkend.publication.gathering.queries import KEPT, SILENT
from dekkend.publication.models import Gathering
from tests.world import World


def asked(world: World) -> Gathering:
    gathering, is_begun = ask(world.round, actor=world.analyst)
    assert is_begun
    return gathering


def make(**more: Any) -> int:
    return gather_due(processes=0, **more)


def left_by_a_killed_one(world: World) -> Gathering:
    """As it stands when its process is killed: half a folder, and no sign for a while."""
    gathering = asked(world)
    claimed = jobs.claim(timezone.now())
    assert claimed is not None
    (home() / claimed.worker).mkdir()
    (home() / f"{claimed.worker}.zip.bezig").write_text("half")
    Gathering.objects.filter(pk=gathering.pk).update(seen_at=timezone.now() - SILENT * 2)
    claimed.refresh_from_db()
    return claimed


@pytest.mark.parametrize("who", ["analyst", "administrator"])
def test_analyst_and_administrator_may_ask(who: str, world: World, two: list[Profile]) -> None:
    gathering, _ = ask(world.round, actor=world.people[who])

    assert gathering.state == "waiting"
    assert Event.objects.filter(act="gather_papers", place=world.alliance.place).count() == 1


@pytest.mark.parametrize("who", ["adviser", "head", "coordinator", "staff", "council", "board", "sam"])
@pytest.mark.one_database
def test_nobody_else_may(who: str, world: World, two: list[Profile]) -> None:
    with pytest.raises(NotAllowed):
        ask(world.round, actor=world.people[who])
    assert not Gathering.objects.exists()


def test_without_an_adopted_profile_there_is_nothing_to_make(world: World) -> None:
    with pytest.raises(Refused, match="nog geen profiel"):
        ask(world.round, actor=world.analyst)


def test_a_second_press_begins_no_second(world: World, two: list[Profile]) -> None:
    first = asked(world)

    assert ask(world.round, actor=world.administrator) == (first, False)
    jobs.claim(timezone.now())
    assert ask(world.round, actor=world.administrator) == (first, False)
    assert Gathering.objects.count() == 1


def test_the_zip_holds_the_round_and_the_disk_nothing_else(world: World, two: list[Profile]) -> None:
    gathering = asked(world)

    assert make() == 1

    gathering.refresh_from_db()
    assert (gathering.state, gathering.done, gathering.total, gathering.failed) == ("done", 2, 2, [])
    path = zip_of(gathering.name)
    assert [one.name for one in home().iterdir()] == [path.name]
    assert gathering.size == path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    assert "papieren-2027-2028/index.html" in names
    assert "papieren-2027-2028/99XA00-de-leesplank/99XA00-2027-2028-sop.pdf" in names
    assert len(names) == gathering.files + 2
    assert Event.objects.get(act="papers_gathered").data == {
        "schools": 2,
        "failed": 0,
        "files": gathering.files,
    }
    assert make() == 0


def test_the_same_round_gives_the_same_bytes(world: World, two: list[Profile]) -> None:
    first = asked(world)
    make()
    first.refresh_from_db()
    before = zip_of(first.name).read_bytes()
    second = asked(world)
    make()

    second.refresh_from_db()
    assert zip_of(second.name).read_bytes() == before


def test_a_new_one_takes_the_place_of_the_last(
    world: World, two: list[Profile], django_capture_on_commit_callbacks: Any
) -> None:
    first = asked(world)
    make()
    first.refresh_from_db()
    asked(world)
    assert zip_of(first.name).exists()  # until the new one is there
    with django_capture_on_commit_callbacks(execute=True):
        make()

    assert not zip_of(first.name).exists()
    assert Gathering.objects.count() == 1


def test_after_a_week_it_is_gone(
    world: World, two: list[Profile], django_capture_on_commit_callbacks: Any
) -> None:
    asked(world)
    make()
    assert list(home().iterdir())

    with django_capture_on_commit_callbacks(execute=True):
        make(now=timezone.now() + KEPT + timedelta(hours=1))

    assert not Gathering.objects.exists()
    assert not list(home().iterdir())


def test_a_school_that_fails_is_named_and_stops_no_other(world: World, two: list[Profile]) -> None:
    version = two[0].adopted
    assert version is not None
    path_of(version.papers.get(kind="sop", form="pdf").sha256).unlink()
    gathering = asked(world)

    make()

    gathering.refresh_from_db()
    assert gathering.state == "done"
    assert [one["school"] for one in gathering.failed] == ["De Leesplank (99XA00)"]
    assert "sop.pdf is weg" in gathering.failed[0]["fault"]


def test_what_a_killed_one_left_is_made_after_all(world: World, two: list[Profile]) -> None:
    gathering = left_by_a_killed_one(world)

    assert make() == 1

    gathering.refresh_from_db()
    assert (gathering.state, gathering.tries) == ("done", 2)
    make()  # the next one tidies up
    assert [one.name for one in home().iterdir()] == [f"{gathering.name}.zip"]


def test_what_a_killed_one_left_can_be_begun_again(world: World, two: list[Profile]) -> None:
    gathering = left_by_a_killed_one(world)
    assert gathering.is_silent

    again, is_begun = ask(world.round, actor=world.analyst)

    assert (again.pk, is_begun, again.state, again.tries) == (gathering.pk, True, "waiting", 0)
    assert make() == 1


def test_while_somebody_works_on_it_nobody_else_does(world: World, two: list[Profile]) -> None:
    asked(world)
    jobs.claim(timezone.now())

    assert make() == 0
    assert Gathering.objects.get().state == "running"


def test_who_was_thought_dead_stops_and_spoils_nothing(world: World, two: list[Profile]) -> None:
    late = left_by_a_killed_one(world)
    make()

    assert jobs.carry_out(late, 0) is False

    done = Gathering.objects.get()
    assert (done.state, done.tries) == ("done", 2)
    assert zip_of(done.name).exists()


def test_tidying_leaves_alone_what_another_begins_meanwhile(
    world: World, two: list[Profile], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another timer takes up work just between the two looks of this one: at the rows, and at the disk."""
    asked(world)
    begun: list[Path] = []

    def another_begins() -> None:
        claimed = jobs.claim(timezone.now())
        assert claimed is not None
        begun.append(jobs.home() / claimed.worker)
        begun[0].mkdir()

    class Manager:
        def __getattr__(self, name: str) -> Any:
            return getattr(Gathering.objects, name)

        def values_list(self, *names: str, **more: Any) -> list[Any]:
            found = list(Gathering.objects.values_list(*names, **more))
            another_begins()
            return found

    class Rows:
        State, objects = Gathering.State, Manager()

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(jobs, "Gathering", Rows)
        jobs.sweep(timezone.now())

    assert begun
    assert begun[0].exists()


def test_what_kills_its_process_each_time_is_given_up(world: World, two: list[Profile]) -> None:
    left_by_a_killed_one(world)
    Gathering.objects.update(tries=TRIES)

    assert make() == 0

    gathering = Gathering.objects.get()
    assert gathering.state == "failed"
    assert "drie keer" in gathering.fault


def test_a_disk_that_is_full_is_said(world: World, two: list[Profile], settings: Any, tmp_path: Path) -> None:
    gathering = asked(world)
    claimed = jobs.claim(timezone.now())
    assert claimed is not None
    (home() / claimed.worker).write_text("geen map")  # the folder cannot be made

    assert jobs.carry_out(claimed, 0) is False

    gathering.refresh_from_db()
    assert gathering.state == "failed"
    assert "kon niet worden geschreven" in gathering.fault
    assert ask(world.round, actor=world.analyst)[1]


def test_the_timer_makes_it_too(world: World, two: list[Profile]) -> None:
    asked(world)
    said: list[str] = []

    run_due(said.append)

    assert "1 bestanden met de papieren van een ronde gemaakt" in said[0]


@pytest.mark.parametrize("name", ["../dekkend.sqlite3", "", "x", "a" * 31])
def test_only_our_own_names_lead_to_a_file(name: str) -> None:
    with pytest.raises(ValueError, match=".*"):
        zip_of(name)
