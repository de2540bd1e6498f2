import pytest

from dekkend.profile.reading.file import Unreadable, apart, read
from tests.profile.reading.oldprofiles import as_docx
from tests.profile.reading.refusals import REFUSED


@pytest.mark.parametrize("name", REFUSED)
def test_file_is_refused_with_what_to_do(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(Unreadable) as refused:
        read(make())
    assert words in str(refused.value)
    assert str(refused.value).endswith(".")


def test_file_that_is_fit_is_read() -> None:
    assert read(as_docx())[0].text == "Schoolondersteuningsprofiel De Wilgenhoek"


def test_reading_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.01)
    with pytest.raises(Unreadable, match="te veel tijd"):
        read(as_docx())
