"""The heads and feet of the base: kept as they look, without what works, fetches or tells who made them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from dekkend.kit.uploads import Unfit, picture

from .fields import calm
from .numbers import drop, number
from .package import Package, R, Relation, W

TAGS = {"header": "w:hdr", "footer": "w:ftr"}
KINDS = ("default", "first", "even")
TRACKED = (
    "In de kop- of voettekst staan nog bijgehouden wijzigingen. Aanvaard ze in Word (Controleren, Accepteren) en "
    "bewaar het opnieuw."
)
DRAWN = (
    "In de kop- of voettekst staat een grafiek, SmartArt of ander ingesloten onderdeel. Maak er een afbeelding van "
    "(PNG) en bewaar het opnieuw."
)
UNKNOWN_PICTURE = (
    "In de kop- of voettekst staat een afbeelding die hier niet kan ({kind}). Vervang haar door een PNG of "
    "JPEG en bewaar het bestand opnieuw."
)
GONE = (
    "In de kop- of voettekst hoort een afbeelding die niet in het bestand zit. Voeg haar in Word opnieuw in en bewaar "
    "het bestand."
)
LINE, HIGHEST = 5, 120  # millimetres
TO_MILLIMETRES = 36_000  # of what drawings are measured in
HIGH = (
    "De kop- of voettekst is te hoog: er blijft te weinig pagina over. Maak haar lager dan 12 centimeter (minder "
    "regels of een kleinere afbeelding) en bewaar het bestand opnieuw."
)
ADDRESS = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
TO_REFUSE = {
    "w:ins": TRACKED, "w:del": TRACKED, "w:moveFrom": TRACKED, "w:moveTo": TRACKED, "w:object": DRAWN,
    "w:control": DRAWN, "w:altChunk": DRAWN, "w:subDoc": DRAWN, "w:movie": DRAWN,
}  # fmt: skip
# Who worked on it and when, and marks that belong to the text that stays behind.
TO_DROP = (
    "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference",
    "w:permStart", "w:permEnd", "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange",
    "w:sectPrChange", "w:tblGridChange", "w:footnoteReference", "w:endnoteReference", "w:lang",
)  # fmt: skip
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
# ids of pictures in heads begin where those of the text never come
FIRST_ID = 900_000

Add = Callable[[str], str]  # the name of a picture in the package -> its name beside the new part


def of(package: Package, body: Any) -> dict[str, dict[str, str]]:
    """{"header": {"default": "word/header1.xml"}, …}, as it is on the last page: a section without goes on with it."""
    relations, found = (
        package.relations(package.main),
        {"header": dict[str, str](), "footer": dict[str, str]()},
    )
    for section in body.iter(qn("w:sectPr")):
        for side, parts in found.items():
            for each in section.findall(qn(f"w:{side}Reference")):
                relation = relations.get(each.get(qn("r:id"), ""))
                kind = each.get(qn("w:type"), "default")
                if relation and kind in KINDS and relation.target in package.parts:
                    parts[kind] = relation.target
    return found


class Edge:
    """One head or foot, made clean: its XML, and its relations as (id, kind, target, is external)."""

    def __init__(self, package: Package, name: str, side: str, add: Add, styles: dict[str, str]) -> None:
        self.root = package.xml(name, TAGS[side])
        self.relations: list[tuple[str, str, str, bool]] = []
        self.pictures = 0
        theirs = package.relations(name)
        refuse(self.root)
        calm(self.root)
        drop(self.root, *TO_DROP)
        for each in list(self.root.iter(SVG)):  # the same picture stands beside it as PNG
            each.getparent().remove(each)
        for bound in list(self.root.iter(qn("w:dataBinding"))):
            bound.getparent().remove(bound)
        for each in list(self.root.iter(etree.Element)):
            self.clean(package, each, theirs, add, styles)
        refuse_high(self.root)

    def clean(
        self, package: Package, each: Any, theirs: dict[str, Relation], add: Add, styles: dict[str, str]
    ) -> None:
        for name in list(each.attrib):
            space, _, local = name.rpartition("}")
            if space == f"{{{W}" and local.startswith("rsid"):
                del each.attrib[name]
            elif space == f"{{{R}" or local == "relid":
                kept = self.related(package, theirs.get(each.attrib.pop(name)), add)
                if kept:
                    each.set(name, kept)
                elif each.tag.endswith("}hlinkClick"):
                    each.getparent().remove(each)
            elif local.startswith(("href", "src")) or local == "macro":
                del each.attrib[name]
        if each.tag in (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
            known = styles.get(each.get(qn("w:val"), ""))
            each.set(qn("w:val"), known) if known else each.getparent().remove(each)
        elif each.tag.endswith("}docPr"):
            each.set("id", str(FIRST_ID + self.number()))
            if not each.get("descr"):
                each.set("descr", "Beeldmerk in de kop- of voettekst")

    def number(self) -> int:
        self.pictures += 1
        return self.pictures

    def related(self, package: Package, relation: Relation | None, add: Add) -> str:
        """Its id in the new file; "" for what does not go along."""
        if relation is None:
            return ""
        if relation.kind == "image" and relation.target in package.parts:
            target, kind, external = (
                add(relation.target),
                "image",
                False,
            )
        elif relation.kind == "hyperlink" and relation.is_external and ADDRESS.match(relation.target):
            target, kind, external = relation.target, "hyperlink", True
        elif relation.kind == "hyperlink":
            return ""
        elif relation.kind == "image":
            raise Unfit(GONE)
        else:
            raise Unfit(DRAWN)
        identity = f"rId{len(self.relations) + 1}"
        self.relations.append((identity, kind, target, external))
        return identity


def drawn(data: bytes, name: str) -> tuple[str, bytes]:
    """Drawn anew, so that it tells nothing but what is seen."""
    kind = picture.kind_of(data)
    if kind not in ("PNG", "JPEG"):
        raise Unfit(UNKNOWN_PICTURE.format(kind=name.rsplit(".", 1)[-1].upper()[:8]))
    fit = picture.read(data)
    assert fit is not None, "kind_of knows it"
    return fit.ending, fit.data


def refuse(root: Any) -> None:
    for name, why in TO_REFUSE.items():
        if next(root.iter(qn(name)), None) is not None:
            raise Unfit(why)
    if next(root.iter("{urn:schemas-microsoft-com:office:office}OLEObject"), None) is not None:
        raise Unfit(DRAWN)


def refuse_high(root: Any) -> None:
    """A head or foot that leaves hardly any page: estimated, for Word lays it out."""
    lines = sum(len(list(each.iter(qn("w:tr")))) or 1 for each in root)
    drawings = [each.find(qn("wp:extent")) for each in root.iter(qn("wp:inline"))]
    highest = max((number(each.get("cy")) or 0 for each in drawings if each is not None), default=0)
    if lines * LINE + highest / TO_MILLIMETRES > HIGHEST:
        raise Unfit(HIGH)


def empty(side: str) -> Any:
    return parse_xml(f'<{TAGS[side]} xmlns:w="{W}" xmlns:r="{R}"><w:p/></{TAGS[side]}>')
