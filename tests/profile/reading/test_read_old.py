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


@pytest.mark.parametrize("words", [["weg.docx"], ["kapot.docx"]])
def test_read_old_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    (tmp_path / "kapot.docx").write_bytes(b"Beste mensen")
    code, told = run(capsys, str(tmp_path / words[0]))
    assert code == 1
    assert "kan ik niet lezen" in told
