"""The folder of a round: what is in it, what is left out, and that it can be gone on with."""

from __future__ import annotations

import csv
import errno
import json
from pathlib import Path
from typing import Any

import pytest

from dekkend.documents.papers import FORMS
from dekkend.documents.tree import Document
from dekkend.profile.models import Profile, Version
from dekkend.profile.version.content import seal
from dekkend.profile.version.keep import path_of, read
from dekkend.profile.version.papers import FROM_CONTENT, PUBLIC
from dekkend.publication.gathering.command import papers
from dekkend.publication.gathering.folder import JOURNAL, NotOurs, RoundFolder
from dekkend.publication.gathering.gather import Outcome, gather
from dekkend.publication.gathering.sources import Choice, bundle_of, folder_of, versions_in
from dekkend.publication.papers import ADDRESSES, made
from dekkend.region.housestyle import actions
from dekkend.region.models import School
from tests.publication.walking import content_of_example, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

A, B = "99XA00-de-leesplank", "99XB00-de-inktpot"


def run(world: World, out: Path, choice: Choice | None = None) -> list[Outcome]:
    return gather(world.round, out, choice or Choice(), processes=0, tell=lambda *told: None)


def rows(out: Path) -> list[dict[str, str]]:
    text = (out / "index.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=";"))


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_each_school_has_its_kept_papers_byte_by_byte(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    run(world, tmp_path / "out")

    assert sorted(path.name for path in (tmp_path / "out").iterdir() if path.is_dir()) == [A, B]
    adopted = two[0].adopted
    assert adopted is not None
    kept = {(paper.kind, paper.form): read(paper) for paper in adopted.papers.all()}
    for kind in PUBLIC.values():
        for name, form in FORMS.items():
            file = tmp_path / f"out/{A}/99XA00-2027-2028-{kind.id}{form.ending}"
            assert file.read_bytes() == kept[kind.kept, name]
    assert len(below(tmp_path / "out" / A)) == len(ADDRESSES)


def test_a_paper_that_was_not_kept_is_made_as_it_would_be_kept(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    version = two[0].adopted
    assert version is not None
    version.papers.filter(kind="guide", form="txt").delete()

    run(world, tmp_path / "out")

    file = tmp_path / f"out/{A}/99XA00-2027-2028-schoolgids.txt"
    assert file.read_bytes() == made(version)["guide", "txt"]


def test_a_paper_that_is_made_here_wears_the_house_style(world: World, two: list[Profile]) -> None:
    version = two[1].adopted  # of a school whose papers were kept without a style
    assert version is not None
    version.papers.all().delete()
    actions.lay(world.schools[1].board, actor=world.board, colours={"accent": "#8c1d40", "second": "#0b5c5c"})
    actions.take(world.schools[1].board, actor=world.board)

    pieces = bundle_of(version, Choice(internal=True)).pieces

    trees = [piece.source for piece in pieces if isinstance(piece.source, Document)]
    assert len(trees) == len(FORMS) * len(FROM_CONTENT)
    assert {(tree.accent, tree.second) for tree in trees} == {("#8c1d40", "#0b5c5c")}


def test_without_asking_nothing_is_there_that_is_not_public(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    run(world, tmp_path / "out")

    assert not list((tmp_path / "out").glob("*/niet-openbaar"))
    assert {row["openbaar"] for row in rows(tmp_path / "out")} == {"ja"}
    for path in (tmp_path / "out").rglob("*"):
        assert not path.is_file() or b"GEHEIM" not in path.read_bytes()


def test_the_command_makes_every_kind_and_form_and_sets_apart_what_is_not_public(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    run(world, tmp_path / "out", Choice(internal=True))

    inside = {path.name for path in (tmp_path / f"out/{A}/niet-openbaar").iterdir()}
    kinds = [kind.id for kind in FROM_CONTENT.values() if not kind.is_public]
    assert inside == {f"99XA00-2027-2028-{kind}{form.ending}" for kind in kinds for form in FORMS.values()}
    # Those that say what the council advised are for council and board.
    told = (tmp_path / f"out/{A}/niet-openbaar/99XA00-2027-2028-mr.txt").read_text(encoding="utf-8")
    assert "De Leesplank" in told


def test_the_index_names_every_file_and_every_school(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    third = Profile.objects.create(school=world.schools[2], round=world.round)

    run(world, tmp_path / "out")

    told = rows(tmp_path / "out")
    assert {row["bestand"] for row in told if row["bestand"]} == below(tmp_path / "out") - {
        JOURNAL, "index.html", "index.csv",
    }  # fmt: skip
    assert told[-1]["stand"] == "nog niet vastgesteld"
    assert told[-1]["school"] == str(third.school)
    page = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert (
        "Van 2 scholen staan de papieren in deze map. Één school heeft nog geen vastgesteld profiel." in page
    )
    assert f'href="{A}/99XA00-2027-2028-sop.pdf"' in page


def test_an_example_says_so_in_every_row(world: World, two: list[Profile], tmp_path: Path) -> None:
    world.round.alliance.is_example = True

    run(world, tmp_path / "out")

    assert {row["opmerking"] for row in rows(tmp_path / "out")} == {
        "Verzonnen voorbeeld, niet van deze scholen."
    }
    assert "Verzonnen voorbeeld" in (tmp_path / "out/index.html").read_text(encoding="utf-8")


def test_a_broken_file_fails_one_school_with_the_reason(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    version = two[0].adopted
    assert version is not None
    path_of(version.papers.get(kind="sop", form="pdf").sha256).write_bytes(b"iets anders")

    outcomes = run(world, tmp_path / "out")

    assert [bool(one.fault) for one in outcomes] == [False, True]  # in order of name: Inktpot, Leesplank
    assert "sop.pdf is weg of niet meer wat het was" in outcomes[1].fault
    assert not (tmp_path / "out" / A).exists()
    assert (tmp_path / "out" / B).exists()
    assert "sop.pdf is weg" in (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert not list((tmp_path / "out").glob(".bezig*"))


def test_a_content_that_no_paper_can_be_made_of_fails_one_school(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    text, digest = seal({"format": "onzin/1", "schooljaar": "2027-2028"})
    Version.objects.filter(pk=two[0].adopted_id).update(content=text, sha256=digest)

    outcomes = run(world, tmp_path / "out")

    assert [one.school.name for one in outcomes if one.fault] == ["De Leesplank"]


def test_a_second_time_only_what_became_another_is_made(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(world, out)
    version = two[0].adopted
    assert version is not None
    version.papers.filter(kind="poster", form="txt").delete()
    (out / B / "99XB00-2027-2028-sop.pdf").unlink()
    world.schools[0].name = "De Nieuwe Plank"
    world.schools[0].save()

    fresh = {one.school.brin6: one.is_fresh for one in run(world, out)}

    assert fresh == {"99XA00": True, "99XB00": True}
    assert sorted(path.name for path in out.iterdir() if path.is_dir()) == ["99XA00-de-nieuwe-plank", B]
    assert {one.is_fresh for one in run(world, out)} == {False}


def test_who_was_killed_while_writing_goes_on(world: World, two: list[Profile], tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(world, out)
    (out / f".bezig-{A}").mkdir()
    (out / ".bezig-index.csv").write_text("half")
    with (out / JOURNAL).open("a") as journal:
        journal.write('{"brin6": "99XC00", "folder"')

    assert {one.is_fresh for one in run(world, out)} == {False}
    assert not list(out.glob(".bezig*"))


def test_a_folder_with_something_else_in_it_is_left_alone(world: World, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van mij")

    with pytest.raises(NotOurs, match="lege map"):
        RoundFolder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


@pytest.mark.parametrize("folder", ["../theirs", "..", ".", "", "/", "theirs/.."])
def test_a_journal_that_points_outside_removes_nothing_there(
    folder: str, world: World, two: list[Profile], tmp_path: Path
) -> None:
    out, theirs = tmp_path / "out", tmp_path / "theirs"
    theirs.mkdir()
    out.mkdir()
    line = {"brin6": "99XA00", "folder": folder, "key": "", "files": []}
    (out / JOURNAL).write_text(json.dumps(line) + "\n")
    (out / "eigen.txt").write_text("van iemand anders")

    run(world, out)

    assert theirs.exists()
    assert (out / "eigen.txt").exists()
    assert rows(out)


def test_two_at_once_in_one_folder_do_not_spoil_each_other(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    seen: list[str] = []

    def another_begins(done: int, total: int, one: Outcome) -> None:
        (out / ".bezig-99XB00").mkdir(exist_ok=True)
        with pytest.raises(NotOurs, match="wordt al gewerkt"):
            run(world, out)
        assert (out / ".bezig-99XB00").exists()  # what the first was making
        seen.append(one.fault)

    gather(world.round, out, Choice(), processes=0, tell=another_begins)

    assert seen == ["", ""]
    assert all(one.line for one in run(world, out))  # and when the first is done, the next may


def test_a_disk_without_locks_takes_papers_too(
    world: World, two: list[Profile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def knows_none(*told: Any) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("dekkend.publication.gathering.folder.fcntl.flock", knows_none)

    assert all(one.line for one in run(world, tmp_path / "out"))


def test_what_waits_for_a_decision_is_there_only_when_asked_and_as_concept(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    third = Profile.objects.create(school=world.schools[2], round=world.round)
    submitted(world, third, content_of_example())

    assert versions_in(world.round, Choice()).count() == 2
    outcomes = run(world, tmp_path / "out", Choice(sealed=True))

    assert [one.bundle.standing for one in outcomes if one.bundle][2] == "concept, versie 1"
    concept = tmp_path / "out/99XC00-de-liniaal/99XC00-2027-2028-sop-concept.txt"
    assert "Concept, versie 1" in concept.read_text(encoding="utf-8")


def test_a_draft_and_a_school_that_is_gone_are_nowhere(world: World, two: list[Profile]) -> None:
    Profile.objects.create(school=world.schools[2], round=world.round)
    School.objects.filter(pk=world.schools[1].pk).update(is_gone=True)

    assert [version.profile.school.name for version in versions_in(world.round, Choice(sealed=True))] == [
        "De Leesplank"
    ]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("De Leesplank", "99XA00-de-leesplank"),
        ("Ünïcode/..\\: School?", "99XA00-unicode-school"),
        ("مدرسة", "99XA00"),
        ("x" * 120, f"99XA00-{'x' * 50}"),
    ],
)
def test_a_folder_has_a_name_that_every_computer_takes(name: str, folder: str) -> None:
    assert folder_of(School(brin6="99XA00", name=name)) == folder


def command(schooljaar: str, out: Path, told: list[str], progress: list[str], **more: Any) -> int:
    return papers(
        schooljaar, out, alliance="", with_sealed=False, processes=0, echo=told.append, progress=progress.append,
        **more,
    )  # fmt: skip


def test_the_command_tells_how_far_it_is_and_what_there_is(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    said: list[str] = []
    progress: list[str] = []

    assert command("2027-2028", tmp_path / "out", said, progress) == 0

    assert len(progress) == 2
    assert progress[1].startswith("2 van 2  ")
    files = len(below(tmp_path / "out")) - 3
    assert said == [f"2 scholen, {files} bestanden."]
    assert command("2027", tmp_path / "out", said, progress) == 0
    assert said[-1] == f"2 scholen, {files} bestanden. Daarvan stonden er 2 al."


def test_the_command_names_who_failed_and_ends_with_one(
    world: World, two: list[Profile], tmp_path: Path
) -> None:
    version = two[0].adopted
    assert version is not None
    path_of(version.papers.get(kind="sop", form="pdf").sha256).unlink()
    said: list[str] = []

    assert command("2027-2028", tmp_path / "out", said, []) == 1

    assert said[1] == "Niet gelukt bij één school:"
    assert said[2].startswith("- 99XA00 De Leesplank: Het bewaarde bestand sop.pdf")


def test_the_command_says_which_rounds_there_are(world: World, tmp_path: Path) -> None:
    said: list[str] = []

    assert command("2031-2032", tmp_path / "out", said, []) == 1
    assert said == ["Er is geen ronde 2031-2032. Kies uit: 2027-2028."]
    assert not (tmp_path / "out").exists()
