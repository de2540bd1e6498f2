"""Many trees by several processes: what is made, what fails, and what happens when a process dies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from dekkend.documents.papers import render
from dekkend.documents.press import DIED, Job, Sheet, press
from tests.documents.samples import SAMPLES

TREE = next(iter(SAMPLES.values()))


def job(place: Path, key: str, *, form: str = "txt", document: Any = TREE) -> Job:
    folder = place / key
    folder.mkdir()
    return Job(key, folder, (Sheet("paper.txt", form, document),))


class Killer:
    """Ends the process that receives it, as the kernel does when memory is short."""

    def __reduce__(self) -> Any:
        return os._exit, (1,)


def test_in_this_process_a_job_that_fails_stops_no_other(tmp_path: Path) -> None:
    jobs = [job(tmp_path, "one"), job(tmp_path, "two", form="onzin"), job(tmp_path, "three")]

    faults = {done.key: fault for done, fault in press(jobs, 0)}

    assert faults["one"] == faults["three"] == ""
    assert faults["two"].startswith("paper.txt kon niet worden gemaakt (ValueError")
    assert (tmp_path / "three/paper.txt").read_bytes() == render(TREE, "txt")


def test_a_process_that_dies_costs_one_job(tmp_path: Path) -> None:
    bad: Any = Killer()
    jobs = [job(tmp_path, "one"), job(tmp_path, "two", document=bad), job(tmp_path, "three")]

    faults = {done.key: fault for done, fault in press(jobs, 2)}

    assert faults == {"one": "", "two": DIED, "three": ""}
    assert (tmp_path / "three/paper.txt").read_bytes() == render(TREE, "txt")


def test_without_sheets_no_process_is_started(tmp_path: Path) -> None:
    empty = Job("empty", tmp_path, ())

    assert list(press([empty], 2)) == [(empty, "")]


def test_trees_are_asked_for_as_they_are_needed(tmp_path: Path) -> None:
    asked: list[str] = []

    def jobs() -> Any:
        for key in ("one", "two", "three"):
            asked.append(key)
            yield job(tmp_path, key)

    first, _ = next(press(jobs(), 0))

    assert (first.key, asked) == ("one", ["one"])
