"""The folder of a round on the disk: a folder per school, each put in its place whole.

A journal says what is whole, so that who is stopped can go on. Nothing is touched in a folder that is not ours.
"""

from __future__ import annotations

import fcntl
import json
import re
import shutil
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from dekkend.documents.tree import Document
from dekkend.profile.models import Paper
from dekkend.profile.version.keep import PaperBroken, read

from .sources import INSIDE, Bundle

JOURNAL = ".dekkend-papieren"  # a line of JSON for each school that is whole
BUSY = ".bezig-"
OURS = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]*")  # see folder_of


class NotOurs(Exception):
    """There is something else in this folder. Its text is Dutch and says what to do."""


@dataclass(frozen=True)
class File:
    name: str  # below the folder of the school
    size: int
    sha256: str


@dataclass(frozen=True)
class Line:
    brin6: str
    folder: str
    key: str
    files: tuple[File, ...]


class RoundFolder:
    def __init__(self, out: Path) -> None:
        """Begin, or go on; nobody else does, until `close`. Raise NotOurs, or OSError where one may not write."""
        self.out = out
        out.mkdir(parents=True, exist_ok=True)
        self.lines = {line.brin6: line for line in read_journal(out / JOURNAL)}
        others = [found for found in out.iterdir() if found.name != JOURNAL]
        if others and not (out / JOURNAL).exists():
            raise NotOurs(
                f"In {out} staat al iets anders. Kies een lege map, of een naam die nog niet bestaat."
            )
        self.journal = (out / JOURNAL).open("a", encoding="utf-8")
        try:
            fcntl.flock(self.journal, fcntl.LOCK_EX | fcntl.LOCK_NB)  # let go of when we end, however that is
        except BlockingIOError as error:
            self.close()
            raise NotOurs(
                f"In {out} wordt al gewerkt. Wacht tot dat klaar is, of kies een andere map."
            ) from error
        except OSError:
            pass  # a disk somewhere on the network that knows no locks: then nobody is kept out
        for left in out.glob(f"{BUSY}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()

    def whole(self, bundle: Bundle) -> Line | None:
        """What is there of this school already, if it is exactly this."""
        line = self.lines.get(bundle.school.brin6)
        if line is None or line.key != bundle.key or line.folder != bundle.folder:
            return None
        there = all(size_of(self.out / line.folder / file.name) == file.size for file in line.files)
        return line if there else None

    def aside(self, bundle: Bundle) -> Path:
        """A fresh folder with what needs no printing. Raise PaperBroken when a kept file is not what it was."""
        place = self.out / f"{BUSY}{bundle.folder}"
        self.drop(place)
        place.mkdir()
        if any(piece.file.startswith(INSIDE) for piece in bundle.pieces):
            (place / INSIDE).mkdir()
        try:
            for piece in bundle.pieces:
                if not isinstance(piece.source, Document):
                    data = read(piece.source) if isinstance(piece.source, Paper) else piece.source
                    (place / piece.file).write_bytes(data)
        except PaperBroken:
            self.drop(place)
            raise
        return place

    def place(self, bundle: Bundle, aside: Path) -> Line:
        """Take the place of what was there of this school, under whatever name."""
        files = tuple(told_of(aside, piece.file) for piece in bundle.pieces)
        before = self.lines.get(bundle.school.brin6)
        for old in {bundle.folder, before.folder if before else bundle.folder}:
            if (self.out / old).exists():
                shutil.rmtree(self.out / old)
        aside.rename(self.out / bundle.folder)
        line = Line(bundle.school.brin6, bundle.folder, bundle.key, files)
        self.lines[line.brin6] = line
        self.journal.write(json.dumps(asdict(line)) + "\n")
        self.journal.flush()
        return line

    def close(self) -> None:
        self.journal.close()

    def drop(self, aside: Path) -> None:
        shutil.rmtree(aside, ignore_errors=True)

    def write(self, name: str, data: bytes) -> None:
        """A file about the whole round, beside the schools."""
        (self.out / f"{BUSY}{name}").write_bytes(data)
        (self.out / f"{BUSY}{name}").replace(self.out / name)


def read_journal(path: Path) -> list[Line]:
    """What can be read: the last line may be half."""
    if not path.exists():
        return []
    found = []
    for text in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            told = json.loads(text)
            files = tuple(File(**file) for file in told["files"])
            # What goes is thrown away by this name, so only a name that we could have written: never ".." or "".
            if OURS.fullmatch(told["folder"]):
                found.append(Line(told["brin6"], told["folder"], told["key"], files))
        except (ValueError, TypeError, KeyError):
            continue
    return found


def told_of(folder: Path, name: str) -> File:
    data = (folder / name).read_bytes()
    return File(name, len(data), sha256(data).hexdigest())


def size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
