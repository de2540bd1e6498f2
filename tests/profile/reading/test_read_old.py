import json
from pathlib import Path

import pytest

from dekkend.cli import main
from tests.profile.reading import oldprofiles as old


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as left:
        main(["profile", "read-old", *words])
    return int(left.value.code or 0), capsys.readouterr().out


def test_read_old_tells_where_each_passage_could_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "sop.pdf"
    file.write_bytes(old.as_pdf())
    code, told = run(capsys, str(file))
    assert code == 0
    assert "[bladzijde 1] Wij kunnen geen veiligheid bieden" in told
    assert "→ 6 Grenzen, Rust en veiligheid" in told
    assert "! telefoonnummer: 036 123 45 67" in told
    assert told.rstrip().endswith("Er is niets bewaard.")


def test_read_old_writes_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "sop.docx"
    file.write_bytes(old.as_docx())
    code, told = run(capsys, "--json", str(file))
    goal = json.loads(told)[-1]
    assert (code, goal["text"], goal["target"]) == (0, old.GOAL, "improvements")


def test_read_old_takes_another_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "sop.odt"
    file.write_bytes(old.as_odt([("h1", "Onze koers"), ("p", "Elk kind telt bij ons mee.")]))
    code, told = run(capsys, "--format", "tests/formats/anders/2030.1", str(file))
    assert code == 0
    assert "→ II Koers, Koers" in told


BASIC = [
    ("h1", "Basisondersteuning"),
    ("h2", "Hulp bij lezen en rekenen"),
    ("p", "Elke dag leest een groepje apart."),
]
LIST = """
version: "1"
plan: Ondersteuningsplan
consent_on: "2026-05-12"
provisions:
  - {id: taal, title: Hulp bij lezen en rekenen in onze stad, text: Elke school helpt.}
  - {id: lezen, title: Hulp bij lezen, text: Elke school helpt.}
"""


def test_read_old_names_a_basic_provision_of_the_example_list_or_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, mine = tmp_path / "sop.docx", tmp_path / "lijst.yml"
    file.write_bytes(old.as_docx(BASIC))
    mine.write_text(LIST, encoding="utf-8")
    code, told = run(capsys, str(file))
    assert code == 0
    assert "→ Basisvoorzieningen, Hulp bij lezen en rekenen\n" in told
    assert "die van de voorbeeldlijst" in told
    code, told = run(capsys, str(file), "--provisions", str(mine))
    assert code == 0
    assert "→ Basisvoorzieningen, Hulp bij lezen\n" in told
    assert "voorbeeldlijst" not in told


@pytest.mark.parametrize(("list", "words"), [("weg.yml", "weg.yml"), ("kapot.yml", "“version” ontbreekt")])
def test_read_old_says_what_is_wrong_with_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], list: str, words: str
) -> None:
    (tmp_path / "sop.docx").write_bytes(old.as_docx(BASIC))
    (tmp_path / "kapot.yml").write_text("plan: Ons plan\n", encoding="utf-8")
    code, told = run(capsys, str(tmp_path / "sop.docx"), "--provisions", str(tmp_path / list))
    assert code == 1
    assert words in told


@pytest.mark.parametrize("words", [["weg.docx"], ["kapot.docx"]])
def test_read_old_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    (tmp_path / "kapot.docx").write_bytes(b"Beste mensen")
    code, told = run(capsys, str(tmp_path / words[0]))
    assert code == 1
    assert "kan ik niet lezen" in told
