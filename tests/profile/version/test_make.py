import re

import pikepdf
import pytest

from dekkend.documents.papers import FORMS
from dekkend.profile.version.make import make
from dekkend.profile.version.papers import FROM_CONTENT

from .files import EXAMPLES, SCHOOL

PAPERS = {f"{name}{form.ending}" for name in FROM_CONTENT for form in FORMS.values()}


def run(path, out):
    lines = []
    return make(path, out, lines.append), lines


@pytest.mark.parametrize("name", ["de-leesplank", "leeg", "uiterst"])
def test_every_example_becomes_papers_in_every_form(tmp_path, name):
    code, lines = run(EXAMPLES / f"{name}.yml", tmp_path / "uit")
    assert code == 0, lines
    made = {path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()}
    assert made.keys() == PAPERS
    assert all(made.values())
    assert made["sop.pdf"].startswith(b"%PDF")


def test_the_same_file_gives_the_same_bytes(tmp_path):
    run(SCHOOL, tmp_path / "een")
    run(SCHOOL, tmp_path / "twee")
    for name in PAPERS:
        assert (tmp_path / "een" / name).read_bytes() == (tmp_path / "twee" / name).read_bytes(), name


def test_what_is_still_missing_is_told_and_does_not_stop_it(tmp_path):
    code, lines = run(EXAMPLES / "leeg.yml", tmp_path / "uit")
    assert code == 0
    assert "- Deel 2, Visie: vul “Onze visie op passend onderwijs” in." in lines
    assert not any(re.match("- ", line) for line in run(SCHOOL, tmp_path / "uit")[1])


@pytest.mark.parametrize("name", ["de-leesplank", "leeg", "uiterst"])
def test_the_poster_of_every_example_is_one_page(tmp_path, name):
    run(EXAMPLES / f"{name}.yml", tmp_path / "uit")
    with pikepdf.open(tmp_path / "uit" / "poster.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_with_last_years_file_the_paper_for_the_council_says_what_changed(tmp_path):
    before = tmp_path / "vorig.yml"
    text = SCHOOL.read_text(encoding="utf-8").replace("De Leesplank is een buurtschool.", "Wij zijn klein.")
    before.write_text(text.replace("2027-2028", "2026-2027"), encoding="utf-8")
    make(SCHOOL, tmp_path / "uit", [].append, before)
    told = " ".join((tmp_path / "uit" / "mr.txt").read_text(encoding="utf-8").split())
    assert "Wat er veranderde sinds schooljaar 2026-2027" in told
    assert "[weg: Wij zijn klein.]" in told


def test_a_fault_leaves_nothing_behind(tmp_path):
    wrong = tmp_path / "fout.yml"
    wrong.write_text(SCHOOL.read_text(encoding="utf-8").replace("VEI-1:", "VEI-11:"), encoding="utf-8")
    code, lines = run(wrong, tmp_path / "uit")
    assert code == 1
    assert len(lines) == 1
    assert re.search(r"fout\.yml, regel \d+: Het onderdeel “VEI-11” bestaat niet", lines[0])
    assert [path.name for path in tmp_path.iterdir()] == ["fout.yml"]


def test_older_papers_stay_whole_when_the_file_is_wrong(tmp_path):
    run(SCHOOL, tmp_path / "uit")
    before = {path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()}
    (tmp_path / "fout.yml").write_text("format: [")
    assert run(tmp_path / "fout.yml", tmp_path / "uit")[0] == 1
    assert {path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()} == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "bezet").write_text("dit is een bestand")
    code, lines = run(SCHOOL, tmp_path / "bezet")
    assert code == 1
    assert "hier kan ik niet schrijven" in lines[0]
    assert [path.name for path in tmp_path.iterdir()] == ["bezet"]
