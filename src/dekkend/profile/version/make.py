"""`dekkend make`: from a file with answers to all papers, or to everything that is wrong in the file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from dekkend.documents.papers import FORMS
from dekkend.documents.papers import render as on_paper
from dekkend.formats.model import Format

from .content import Content, FaultsFound, gaps, read
from .earlier import laid
from .former import Earlier
from .papers import FROM_CONTENT

Echo = Callable[[str], None]


def make(path: Path, out: Path, echo: Echo, since: Path | None = None) -> int:
    """Write `sop.pdf`, `schoolgids.docx`, `poster.html` and so on into `out`. 0: done; 1: nothing written.

    `since`: the answers file of last year; the paper for the council then says what changed.
    Everything is rendered before the first file is put in its place.
    """
    try:
        content, fmt = read(path)
        files = render(content, fmt, earlier(since, fmt) if since else None)
        place(files, out)
    except FaultsFound as found:
        for fault in found.faults:
            echo(str(fault).rstrip())
        return 1
    except OSError as error:
        reason = error.strerror or "onbekende fout"
        echo(f"{out}: hier kan ik niet schrijven ({reason}). Kies een andere map, of kijk naar de rechten.")
        return 1
    for name in files:
        echo(str(out / name))
    report(content, fmt, echo)
    return 0


def earlier(path: Path, fmt: Format) -> Earlier:
    content, _ = read(path)
    return laid(f"schooljaar {content['schooljaar']}", [content], fmt, is_adopted=True)


def render(content: Content, fmt: Format, before: Earlier | None = None) -> dict[str, bytes]:
    """Every paper in every form, by file name. Cost: some tenths of a second."""
    trees = {name: kind.tree(content, fmt, earlier=before) for name, kind in FROM_CONTENT.items()}
    return {
        f"{name}{kind.ending}": on_paper(tree, form)
        for name, tree in trees.items()
        for form, kind in FORMS.items()
    }


def place(files: dict[str, bytes], out: Path) -> None:
    """Write them aside and move them in at the end, so that nobody finds half a file."""
    out.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".dekkend-", dir=out.parent))
    try:
        for name, data in files.items():
            (aside / name).write_bytes(data)
        out.mkdir(exist_ok=True)
        for name in files:
            (aside / name).replace(out / name)
    finally:
        shutil.rmtree(aside)


def report(content: Content, fmt: Format, echo: Echo) -> None:
    missing = gaps(content, fmt)
    if missing:
        echo("")
        echo("De papieren zijn een concept. Dit ontbreekt nog voordat de school het kan indienen:")
        for gap in missing:
            echo(f"- {gap}")
