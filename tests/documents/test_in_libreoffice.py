"""Word and OpenDocument as LibreOffice understands them: headings, tables and language are intact.

One start of LibreOffice reads all samples, for a start costs seconds. Skipped where it is not installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree
from pdfminer.high_level import extract_text

from dekkend.documents.papers import EDITABLE, render
from dekkend.documents.to_docx.own import prepare
from dekkend.documents.tree import Base
from tests.documents import parts
from tests.documents.bases import OFFERED
from tests.documents.samples import SAMPLES

SOFFICE = shutil.which("soffice")
SECONDS = 240  # a start, and some thirty files on a busy machine
FLAT = "fodt:OpenDocument Text Flat XML"
ON_PAPER = ("school", "every node")
POSTERS = ("poster of a school that does much", "poster without anything")
# A paper on the Word file of a school is Word alone.
ON_BASES = {
    f"school on {name}": replace(SAMPLES["school"], base=Base(name, prepare(data).docx))
    for name, data in OFFERED.items()
}
TREES = SAMPLES | ON_BASES
FILES = [(name, form) for form in EDITABLE for name in TREES if name in SAMPLES or form == "docx"]

pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice (soffice) is not installed: Word and ODT are not opened in it"
)


def file_name(name: str, form: str) -> str:
    return f"{form}-{name.replace(' ', '-').replace(',', '')}"


def convert(to: str, files: list[Path], out: Path, profile: Path) -> None:
    """All files in one process, with a profile of its own: it waits for nobody, and nobody for it."""
    subprocess.run(
        [
            str(SOFFICE),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            to,
            "--outdir",
            str(out),
            *map(str, files),
        ],
        timeout=SECONDS,
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(profile.parent), "SAL_USE_VCLPLUGIN": "svp"},
    )


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("libreoffice")
    papers = []
    for name, form in FILES:
        papers.append(folder / f"{file_name(name, form)}.{form}")
        papers[-1].write_bytes(render(TREES[name], form))
    convert(FLAT, papers, folder, folder / "profile")
    on_paper = [
        folder / f"{file_name(name, form)}.{form}" for name in (*ON_PAPER, *POSTERS) for form in EDITABLE
    ]
    convert("pdf", on_paper, folder, folder / "profile")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def read(folder: Path, name: str, form: str) -> Any:
    parser = etree.XMLParser(huge_tree=True)
    return etree.parse(folder / f"{file_name(name, form)}.fodt", parser).getroot()


def found(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path, namespaces=root.nsmap))


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("name", "form"), FILES)
def test_libreoffice_opens_it_with_headings_tables_and_language(opened: Path, name: str, form: str) -> None:
    root = read(opened, name, form)
    expected = parts.headings(TREES[name])
    headings = found(root, "//office:text//text:h")
    deepest = 10 if form == "odt" else 9
    levels = [int(h.get(f"{{{root.nsmap['text']}}}outline-level")) for h in headings]
    assert levels == [min(level, deepest) for level, _ in expected]
    for heading, (_, title) in zip(headings, expected, strict=True):
        assert bare("".join(heading.itertext())).endswith(bare(title))
    tables = found(root, "//office:text//table:table")
    assert len(tables) == parts.tables(TREES[name])
    # of a table inside a Word table LibreOffice forgets which row is the header
    outer = tables if form == "odt" else found(root, "//table:table[not(ancestor::table:table)]")
    assert all(found(each, "./table:table-header-rows") for each in outer)
    defaults = "//style:default-style[@style:family='paragraph']/style:text-properties"
    assert found(root, f"{defaults}/@fo:language") == ["nl"]
    assert found(root, f"{defaults}/@fo:country") == ["NL"]


@pytest.mark.parametrize("form", EDITABLE)
def test_contents_lists_and_title_are_what_they_are(opened: Path, form: str) -> None:
    root = read(opened, "school", form)
    entries = found(root, "//text:table-of-content/text:index-body/text:p")
    if form == "docx":  # begins with how its numbers come
        assert "Index bijwerken" in "".join(entries.pop(0).itertext())
    assert [bare("".join(entry.itertext()))[:12] for entry in entries[:2]] == [
        "1Onzeschool"[:12],
        "1.1Onzevisie",
    ]
    assert found(root, "//office:meta/dc:title/text()") == ["Schoolondersteuningsprofiel"]
    assert len(found(root, "//text:list[.//text:p]")) >= 4
    assert not found(root, "//draw:text-box")


@pytest.mark.parametrize("form", EDITABLE)
@pytest.mark.parametrize("name", ON_PAPER)
def test_it_prints(opened: Path, name: str, form: str) -> None:
    with pikepdf.open(opened / f"{file_name(name, form)}.pdf") as pdf:
        assert (8 <= len(pdf.pages) <= 12) if name == "school" else len(pdf.pages) == 4
        width, height = (float(side) for side in pdf.pages[0].mediabox[2:])
        assert (round(width), round(height)) == (595, 842)


@pytest.mark.parametrize("form", EDITABLE)
@pytest.mark.parametrize("name", POSTERS)
def test_a_poster_is_one_page_with_its_foot_below(opened: Path, name: str, form: str) -> None:
    with pikepdf.open(opened / f"{file_name(name, form)}.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_a_base_gives_its_head_and_foot_to_every_page(opened: Path) -> None:
    root = read(opened, "school on letterhead", "docx")
    foot = "".join("".join(each.itertext()) for each in found(root, "//style:master-page/style:footer"))
    assert "www.deleesplank.example" in foot
    assert "Concept, versie 2" in foot
    assert found(root, "//style:master-page/style:header//draw:frame")


def test_the_pages_of_the_contents_are_filled_in(opened: Path) -> None:
    """In OpenDocument at once; in Word when the reader renews the contents."""
    words = extract_text(opened / f"{file_name('school', 'odt')}.pdf", page_numbers=[1])
    pages = [int(line) for line in words.split() if line.isdigit() and int(line) >= 3]
    assert len(pages) >= 16
