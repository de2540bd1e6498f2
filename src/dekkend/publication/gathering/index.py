"""What is in the folder of a round: a page to click in, and a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from dekkend.documents.papers import FORMS
from dekkend.documents.to_html import alone
from dekkend.kit.sheet import BOM, safe
from dekkend.profile.version.papers import FROM_TALK, KINDS
from dekkend.region.models import Round, School

from .folder import RoundFolder
from .sources import Piece

if TYPE_CHECKING:
    from .gather import Outcome

INVENTED = "Verzonnen voorbeeld, niet van deze scholen."
COLUMNS = (
    *("vestigingscode", "school", "stand", "papier", "vorm", "openbaar", "bestand", "bytes", "sha256", "opmerking"),
)  # fmt: skip


def write(folder: RoundFolder, round: Round, outcomes: list[Outcome], missing: list[School]) -> None:
    folder.write("index.csv", table(round, outcomes, missing))
    folder.write("index.html", page(round, outcomes, missing))


def kind_name(piece: Piece) -> str:
    if piece.kind in KINDS:
        return KINDS[piece.kind].name
    head, _, number = piece.kind.rpartition("-")
    return f"{KINDS[head].name} {number}" if head in FROM_TALK else "Gegevens"


def form_name(piece: Piece) -> str:
    return FORMS[piece.form].name if piece.form in FORMS else piece.form.upper()


def table(round: Round, outcomes: list[Outcome], missing: list[School]) -> bytes:
    note = INVENTED if round.alliance.is_example else ""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(outcomes, missing):
        writer.writerow([safe(value) for value in (*row[:-1], " ".join(filter(None, [row[-1], note])))])
    return (BOM + file.getvalue()).encode()


def rows(outcomes: list[Outcome], missing: list[School]) -> Iterator[tuple[Any, ...]]:
    for one in outcomes:
        start = (one.school.brin6, one.school.name)
        if one.bundle is None or one.line is None:
            yield (*start, "mislukt", "", "", "", "", "", "", one.fault)
            continue
        for piece, file in zip(one.bundle.pieces, one.line.files, strict=True):
            what = (kind_name(piece), form_name(piece), "ja" if piece.is_public else "nee")
            address = f"{one.line.folder}/{file.name}"
            yield (*start, one.bundle.standing, *what, address, file.size, file.sha256, "")
    for school in missing:
        yield (school.brin6, school.name, "nog niet vastgesteld", "", "", "", "", "", "", "")


def page(round: Round, outcomes: list[Outcome], missing: list[School]) -> bytes:
    title = f"Papieren van alle scholen, {round}"
    made, failed = [one for one in outcomes if not one.fault], [one for one in outcomes if one.fault]
    parts = [
        '<header class="paper__head">',
        f'<p class="paper__author">{escape(str(round.alliance))}</p>',
        f"<h1>{escape(title)}</h1>",
        f'<p class="lead">{escape(lead(made, failed, missing))}</p>',
        f'<p class="paper__status">{INVENTED}</p>' if round.alliance.is_example else "",
        "</header>",
        failures(failed),
        schools(made),
        names("nog-niet", "Nog geen vastgesteld profiel", missing),
    ]
    inner = "\n".join(filter(None, parts))
    return alone(inner, title=title, author=str(round.alliance), accent=round.alliance.accent)


def lead(made: list[Outcome], failed: list[Outcome], missing: list[School]) -> str:
    told = [f"Van {number(len(made))} staan de papieren in deze map."]
    if failed:
        told.append(f"Bij {number(len(failed))} ging het mis.")
    if missing:
        told.append(f"{number(len(missing)).capitalize()} {plural(missing)} nog geen vastgesteld profiel.")
    return " ".join(told)


def number(count: int) -> str:
    return "één school" if count == 1 else f"{count} scholen"


def plural(some: list[School]) -> str:
    return "heeft" if len(some) == 1 else "hebben"


def failures(failed: list[Outcome]) -> str:
    if not failed:
        return ""
    lines = "\n".join(
        f"<li><p><strong>{escape(one.school.name)}</strong>. {escape(one.fault)}</p></li>" for one in failed
    )
    heading = '<h2 id="mislukt">Niet gelukt</h2>'
    return f'<section class="paper-section" aria-labelledby="mislukt">\n{heading}\n<ul>\n{lines}\n</ul>\n</section>'


def schools(made: list[Outcome]) -> str:
    return "\n".join(school(one) for one in made)


def school(one: Outcome) -> str:
    assert one.bundle is not None, "made"
    assert one.line is not None, "made"
    key = escape(one.school.brin6)
    lines = "\n".join(
        f"<li>{escape(name)}{'' if pieces[0].is_public else ' (niet openbaar)'}: {links(one.line.folder, pieces)}</li>"
        for name, pieces in ((name, list(some)) for name, some in groupby(one.bundle.pieces, kind_name))
    )
    return (
        f'<section class="paper-section" aria-labelledby="s{key}">\n'
        f'<h2 id="s{key}">{escape(one.school.name)}</h2>\n<p>{key}, {escape(one.bundle.standing)}</p>\n'
        f"<ul>\n{lines}\n</ul>\n</section>"
    )


def links(folder: str, pieces: list[Piece]) -> str:
    return ", ".join(
        f'<a href="{escape(folder)}/{escape(piece.file)}">{escape(form_name(piece))}</a>' for piece in pieces
    )


def names(key: str, title: str, some: list[School]) -> str:
    if not some:
        return ""
    lines = "\n".join(f"<li>{escape(one.name)} ({escape(one.brin6)})</li>" for one in some)
    heading = f'<h2 id="{key}">{title}</h2>'
    return f'<section class="paper-section" aria-labelledby="{key}">\n{heading}\n<ul>\n{lines}\n</ul>\n</section>'
