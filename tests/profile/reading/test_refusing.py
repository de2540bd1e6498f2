import json
import signal
import subprocess
import sys
from typing import Any

import pytest

from dekkend.profile.reading.file import Unreadable, apart, read
from dekkend.profile.reading.file.look import WORD
from tests.profile.reading.oldprofiles import as_docx
from tests.profile.reading.refusals import REFUSED, changed


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


@pytest.mark.parametrize(
    ("ended", "words"),
    [
        (signal.SIGKILL, "te veel geheugen"),
        (signal.SIGABRT, "te veel geheugen"),
        (signal.SIGXCPU, "te veel tijd"),
    ],
)
def test_process_that_is_stopped_says_why(monkeypatch: pytest.MonkeyPatch, ended: int, words: str) -> None:
    stopped = f"import os; os.kill(os.getpid(), {int(ended)})"
    run = subprocess.run

    def stop(command: list[str], **more: Any) -> Any:
        return run([sys.executable, "-c", stopped], **more)

    monkeypatch.setattr(subprocess, "run", stop)
    with pytest.raises(Unreadable, match=words):
        read(as_docx())


@pytest.mark.parametrize(("paragraphs", "words"), [(2_500_000, "te veel geheugen"), (0, "niet heel")])
def test_file_that_does_not_fit_in_memory_is_not_called_broken(paragraphs: int, words: str) -> None:
    """The same file, cut off at its end, with and without so much before it."""

    def swell(name: str, part: bytes) -> bytes:
        return part.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * paragraphs)[:-9] if name == WORD else part

    small = f"from {apart.CHILD[:-6]} import child; child.MEMORY = 400 << 20; child.main()"
    made = changed(as_docx(), swell)
    done = subprocess.run([sys.executable, "-c", small], input=made, capture_output=True, check=True)
    assert words in json.loads(done.stdout)["refused"]
