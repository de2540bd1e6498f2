"""A Word file that somebody offers as base: may it be opened at all, and what are its parts."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from dekkend.kit.uploads import Unfit
from dekkend.kit.uploads.docx import BROKEN as ZIP_BROKEN
from dekkend.kit.uploads.docx import ENCRYPTED, outside
from dekkend.kit.zipped import opened

LARGEST = 5 * 1024 * 1024  # of what is sent
MOST_FILES = 1_000
MOST_UNPACKED = 60 * 1024 * 1024
MOST_XML = 4 * 1024 * 1024  # of one part
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

AGAIN = "Open het in Word, bewaar het opnieuw als .docx en probeer het nog eens."
WHAT = "Kies een Word-bestand (.docx of .dotx)."
WHOLE = f"Dit Word-bestand is niet heel. {AGAIN}"
BROKEN = (
    "Dit Word-bestand zit anders in elkaar dan Word het maakt. Open het in Word, bewaar het opnieuw en probeer het nog "
    "eens."
)
MACROS = "In dit bestand zitten macro’s of andere programma’s. Bewaar het als gewone .docx of .dotx, zonder macro’s."
INSIDE = (
    "In dit bestand zit een ander bestand (zoals een werkblad of een pdf). Haal dat eruit, of maak er een afbeelding "
    "van, en bewaar het opnieuw."
)
ELSEWHERE = (
    "Dit bestand haalt iets op van een andere plek, zoals een gekoppelde afbeelding. Voeg de afbeelding zelf in "
    "(in Word: Invoegen, Afbeeldingen) en bewaar het opnieuw."
)
LOCKED = "Op dit bestand zit een wachtwoord. Haal dat er in Word af en probeer het opnieuw."
OLD = (
    "Dit is een oud Word-bestand (.doc), of er zit een wachtwoord op. Bewaar het als .docx zonder wachtwoord."
)
BOMB = "Dit bestand is uitgepakt veel te groot. Maak de afbeeldingen kleiner en bewaar het opnieuw."
STRICT = "Dit bestand is bewaard als “Strikt Open XML”. Kies in Word bij Opslaan als het gewone Word-document (.docx)."

PROGRAM = re.compile(
    r"vba(project|data)|activex|\.(exe|dll|js|jse|vbs|vbe|ps1|bat|cmd|com|scr|lnk|hta|html?|jar|msi)$",
    re.IGNORECASE,
)
EMBEDDED = re.compile(r"/embeddings/|oleobject|/afchunk|\.bin$", re.IGNORECASE)
PRINTER = re.compile(r"printersettings", re.IGNORECASE)  # a harmless .bin
FROM_ELSEWHERE = ("hyperlink", "attachedTemplate")  # which are no danger, or stay behind


@dataclass(frozen=True)
class Relation:
    kind: str  # the last word of its type: "image"
    target: str  # name of a part, or an address
    is_external: bool


class Package:
    """The parts that are asked for; raise Unfit for what is not what it should be."""

    def __init__(self, data: bytes) -> None:
        refuse_other(data)
        try:
            with opened(data) as box:
                refuse(box)
                self.parts = {name: box.read(name) for name in box.namelist() if not name.endswith("/")}
        except ZIP_BROKEN as error:
            raise Unfit(WHOLE) from error
        self.names = {spelled(name): name for name in self.parts}
        for name, part in self.parts.items():
            if spelled(name).endswith((".xml", ".rels")) and re.search(rb"<!(DOCTYPE|ENTITY)", bare(part)):
                raise Unfit(WHOLE)
        self.refuse_what_it_fetches()
        self.main = self.only("", "officeDocument") or ""
        if self.main not in self.parts:
            raise Unfit(f"Dit is geen Word-bestand. {WHAT}")

    def refuse_what_it_fetches(self) -> None:
        for name in self.parts:
            if not spelled(name).endswith(".rels"):
                continue
            for relation in self.read_relations(name, "").values():
                if relation.kind in ("oleObject", "package", "control", "aFChunk", "subDocument"):
                    raise Unfit(INSIDE)
                if relation.is_external and relation.kind not in FROM_ELSEWHERE:
                    raise Unfit(ELSEWHERE)

    def xml(self, name: str, tag: str = "") -> Any:
        """With the classes of python-docx, which know the order of what stands in each; `tag`: of the whole."""
        data = self.parts.get(name, b"")
        if len(data) > MOST_XML:
            raise Unfit(BOMB)
        try:
            root = parse_xml(data)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Unfit(WHOLE) from error
        if isinstance(root.tag, str) and "purl.oclc.org" in root.tag:
            raise Unfit(STRICT)
        if tag and root.tag != qn(tag):
            raise Unfit(BROKEN)
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """Of a part, by their id; of the whole when the name is empty."""
        folder, file = posixpath.split(name)
        return self.read_relations(posixpath.join(folder, "_rels", f"{file}.rels"), folder)

    def read_relations(self, name: str, folder: str) -> dict[str, Relation]:
        name = self.names.get(spelled(name), name)
        if name not in self.parts:
            return {}
        found = {}
        for each in self.xml(name):
            if not isinstance(each.tag, str):
                continue
            target, external = each.get("Target", ""), each.get("TargetMode", "").lower() == "external"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
                target = self.names.get(spelled(target), target)
            kind = each.get("Type", "").rsplit("/", 1)[-1]
            found[each.get("Id", "")] = Relation(kind, target, external)
        return found

    def only(self, name: str, kind: str) -> str | None:
        """The part of this kind that belongs to `name`."""
        found = (each.target for each in self.relations(name).values() if each.kind == kind)
        return next((target for target in found if target in self.parts), None)


def spelled(name: str) -> str:
    """Names of parts are the same whatever their capitals, and a letter may be written as "%2E"."""
    return unquote(name).lower()


def refuse_other(data: bytes) -> None:
    """What is no zip, or too large."""
    if not data:
        raise Unfit(f"Dit bestand is leeg. {WHAT}")
    if len(data) > LARGEST:
        raise Unfit(
            "Dit bestand is groter dan 5 MB. Maak de afbeeldingen kleiner (in Word: Afbeeldingen comprimeren)."
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unfit(OLD)
    if data.startswith(b"{\\rtf"):
        raise Unfit("Dit is een .rtf-bestand. Bewaar het als .docx.")
    if not data.startswith(b"PK\x03\x04"):
        raise Unfit(f"Dit is geen Word-bestand. {WHAT}")


def refuse(box: zipfile.ZipFile) -> None:
    entries = box.infolist()
    names = [entry.filename for entry in entries]
    if "mimetype" in names and b"opendocument" in box.read("mimetype")[:200]:
        raise Unfit(
            f"Dit is een OpenDocument-bestand. Bewaar het in je tekstverwerker als Word (.docx). {WHAT}"
        )
    if len(names) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unfit(BOMB)
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise Unfit(LOCKED)
    if len(set(map(spelled, names))) < len(names) or any(outside(name) for name in names):
        raise Unfit(WHOLE)
    if "[Content_Types].xml" not in names:
        raise Unfit(f"Dit is geen Word-bestand. {WHAT}")
    if (
        any(PROGRAM.search(name) for name in names)
        or b"macroenabled" in box.read("[Content_Types].xml").lower()
    ):
        raise Unfit(MACROS)
    if any(EMBEDDED.search(name) and not PRINTER.search(name) for name in names):
        raise Unfit(INSIDE)


def bare(part: bytes) -> bytes:
    """Whatever its alphabet: in the wide ones every other byte is nothing."""
    return part[: 1024 * 1024].replace(b"\0", b"")
