"""`dekkend make` as people start it: a wrong file is answered with file, line and remedy, and nothing is written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dekkend.documents.papers import FORMS
from dekkend.profile.version.make import make
from dekkend.profile.version.papers import FROM_CONTENT

from .files import SCHOOL

ROOT = SCHOOL.parents[1]


Outcome = tuple[int, str]


def run(folder: Path, name: str = "antwoorden.yml") -> Outcome:
    """A process of its own, without a server: no secret, and no database."""
    told = {key: value for key, value in os.environ.items() if not key.startswith(("DEKKEND_", "DJANGO_"))}
    words = [sys.executable, "-c", "from dekkend.cli import main; main()", "make", name, "--out", "uit"]
    done = subprocess.run(
        words,
        cwd=folder,
        env={**told, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def run_here(folder: Path, name: str = "antwoorden.yml") -> Outcome:
    """The same without a new process, which costs seconds."""
    lines: list[str] = []
    return make(folder / name, folder / "uit", lines.append), "\n".join(lines)


# In a process of its own: what a shell is told does not depend on the fault; and one that looks for a database.
APART = ("unknown item", "50 MB", "unknown format")


def instead(old: str, new: str) -> Callable[[str], bytes]:
    def change(text: str) -> bytes:
        assert old in text
        return text.replace(old, new, 1).encode()

    return change


def without_section(text: str) -> bytes:
    start, end = text.index("  basis:\n"), text.index("\narrangements:")
    return (text[:start] + text[end:]).encode()


WRONG: dict[str, tuple[Callable[[str], bytes], str, str]] = {
    # what is wrong: (how, the line as it stands in the file or "", words of the fault and of the remedy)
    "unknown item": (instead("    VEI-1:", "    VEI-99:"), "VEI-99", "bestaat niet. Verander het in “VEI-"),
    "value off the scale": (
        instead('VEI-1: {value: "yes"', "VEI-1: {value: zeker"),
        "zeker",
        "is geen antwoord",
    ),
    "missing section": (without_section, "texts:", "Voeg onder “texts:” een regel “basis:” toe"),
    "unknown field": (instead("  vision:\n    concept:", "  vision:\n    concpt:"), "concpt", "in “concept”"),
    "unknown column": (instead("      guidance:", "      guidence:"), "guidence", "in “guidance”"),
    "unknown word": (instead("schooljaar: 2027", "schoolyear: 2027"), "", "schooljaar"),
    "no such schooljaar": (instead("2027-2028", "2027-2029"), "2027-2029", "Verander het in “2027-2028”"),
    "no such day": (instead('"2027-01-20"', '"2027-02-30"'), "2027-02-30", "Schrijf jaar, maand en dag"),
    "unknown format": (instead("almere-po/2026.1", "elders/2026.1"), "elders", "dekkend formats load"),
    "not YAML": (instead("school:\n", "school: [\n"), "", "antwoorden.yml"),
    "a letter to somebody": (
        lambda text: b"Beste meneer,\n\nHierbij het profiel.\n",
        "",
        "Begin met een regel",
    ),
    "a list": (lambda text: b"- een\n- twee\n", "", "Begin met een regel"),
    "a reference": (instead("name: De Leesplank", "name: &naam De Leesplank"), "&naam", "voluit"),
    "empty": (lambda text: b"", "", "Het bestand is leeg."),
    "not UTF-8": (lambda text: text.encode("utf-16"), "", "Sla het bestand op als UTF-8."),
    "bytes": (lambda text: bytes(range(256)) * 40, "", "antwoorden.yml"),
    "50 MB": (lambda text: text.encode() + b"# lang\n" * 7_500_000, "", "groter dan 5 MB"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_named_with_line_and_remedy_and_leaves_nothing(case: str, tmp_path: Path) -> None:
    wrong, mark, words = WRONG[case]
    data = wrong(SCHOOL.read_text(encoding="utf-8"))
    (tmp_path / "antwoorden.yml").write_bytes(data)

    code, told = (run if case in APART else run_here)(tmp_path)

    assert code == 1
    assert told.startswith("antwoorden.yml")
    assert words in told
    if mark:
        lines = data.decode().splitlines()
        numbers = [int(part.split(":")[0]) for part in told.split("regel ")[1:] if part[:1].isdigit()]
        assert any(mark in lines[number - 1] for number in numbers), told
    assert [path.name for path in tmp_path.iterdir()] == ["antwoorden.yml"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    code, told = run(tmp_path, "weg.yml")
    assert (code, told) == (1, "weg.yml: Dit bestand is er niet. Kijk of de naam goed is getypt.\n")
    assert not list(tmp_path.iterdir())


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    code, told = run_here(tmp_path, "map")
    assert code == 1
    assert "Dit is een map. Geef het bestand met de antwoorden." in told
    assert [path.name for path in tmp_path.iterdir()] == ["map"]


def test_a_right_file_gives_papers_and_exits_0(tmp_path: Path) -> None:
    (tmp_path / "antwoorden.yml").write_bytes(SCHOOL.read_bytes())
    assert run(tmp_path)[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["antwoorden.yml", "uit"]
    assert len(list((tmp_path / "uit").iterdir())) == len(FROM_CONTENT) * len(FORMS)
