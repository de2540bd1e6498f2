"""bin/setup can be broken off and begun again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SETUP = Path(__file__).parents[2] / "bin" / "setup"
LOCK = 'one==1; python_version < "3"\ntwo==2; python_version < "3"\n'  # nothing to install, for each of two
# Tells that it runs, and goes on for a minute.
PIP = '#!/bin/sh\n[ "$1" = -c ] && exit 0\ntouch "runs-$$"\nexec sleep 60\n'


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A place of its own, with a space in its name."""
    here = tmp_path / "a b"
    (here / "bin").mkdir(parents=True)
    shutil.copy(SETUP, here / "bin" / "setup")
    (here / "requirements.lock").write_text(LOCK)
    return here


def begin(here: Path) -> subprocess.Popen[bytes]:
    """In a session of its own, as in a terminal of its own; where tests run aside, Ctrl-C is switched off."""
    return subprocess.Popen(
        [here / "bin" / "setup"],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_who_breaks_it_off_leaves_nothing_running(here: Path) -> None:
    python = here / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PIP)
    python.chmod(0o755)
    setup = begin(here)
    until = time.monotonic() + 20
    while len(list(here.glob("runs-*"))) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    pips = [int(each.name.removeprefix("runs-")) for each in here.glob("runs-*")]
    assert len(pips) == 2

    os.killpg(setup.pid, signal.SIGINT)

    assert setup.wait(timeout=20) != 0
    try:
        assert not any(map(is_running, pips))
    finally:
        for pip in filter(is_running, pips):
            os.kill(pip, signal.SIGKILL)


def test_what_was_broken_off_halfway_is_made_again(here: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", here / ".venv"], check=True)

    assert begin(here).wait(timeout=120) == 0

    assert subprocess.run([here / ".venv/bin/python", "-c", "import pip"], check=False).returncode == 0
