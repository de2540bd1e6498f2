"""A Word file of a school or board as base for its papers: read once, and written anew with only how it looks.

What is not asked for does not go along, so that nobody has to think of everything that may hide in a Word file.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from dekkend.documents.packed import packed
from dekkend.documents.to_docx import base as ours
from dekkend.documents.to_docx.words import NAMESPACES
from dekkend.kit.uploads import Unfit

from . import edges, numbers, styles, told
from .package import BROKEN, LARGEST, MOST_XML, WHAT, Package
from .page import page_of

__all__ = ["LARGEST", "WHAT", "Own", "Unfit", "prepare"]

KEPT = 1_500 * 1024  # of what is kept: it goes along in every paper
HEAVY = (
    "De afbeeldingen in de kop- en voettekst zijn te groot ({size} MB, ten hoogste 1,5). Maak ze kleiner en bewaar het "
    "bestand opnieuw."
)
MOST_PICTURES = 12
MANY = (
    f"In de kop- en voettekst staan meer dan {MOST_PICTURES} afbeeldingen. Haal er weg en bewaar het opnieuw."
)
IMAGE_TYPES = (
    '<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>'
)


TAGS = {"styles": "w:styles", "numbering": "w:numbering", "settings": "w:settings", "theme": "a:theme"}


@dataclass(frozen=True)
class Own:
    docx: bytes  # what `render` takes as base
    told: dict[str, Any]


def prepare(data: bytes) -> Own:
    """The same file gives the same bytes. Raise Unfit, with a Dutch sentence that says what to do."""
    try:
        return Making(Package(data)).made()
    except Unfit:
        raise
    except (
        ValueError,
        KeyError,
        AttributeError,
        TypeError,
        IndexError,
        StopIteration,
        etree.LxmlError,
    ) as error:
        # a part that is no such part: python-docx finds this while we ask for what stands in it
        raise Unfit(BROKEN) from error


class Making:
    """The parts of the new file, as they come to be."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.parts: dict[str, bytes] = {}
        self.relations: list[tuple[str, str, str, bool]] = []  # of the main part
        self.types: list[tuple[str, str]] = []
        self.pictures: dict[str, str] = {}  # of theirs: name before and after
        self.edges: dict[str, list[Any]] = {"header": [], "footer": []}

    def made(self) -> Own:
        package = self.package
        body = package.xml(package.main, "w:document").find(qn("w:body"))
        if body is None:
            raise Unfit(BROKEN)
        page = page_of(body)
        looks = styles.merged(self.theirs("styles"), page.width)
        lists = self.theirs("numbering")
        self.put("styles", "styles", looks.root)
        wanted = numbers.used(looks.root) | self.lists_of_edges(body)
        self.put("numbering", "numbering", numbers.merged(lists, looks.ids, wanted))
        self.theme()
        self.put("fontTable", "fontTable", ours.FONTS)
        references = self.heads_and_feet(body, looks.ids)
        self.put("settings", "settings", self.settings())
        self.parts["word/document.xml"] = (
            f"{ours.HEAD}<w:document {NAMESPACES}><w:body>{page.xml(references)}</w:body></w:document>".encode()
        )
        self.parts["word/_rels/document.xml.rels"] = relations(self.relations)
        self.parts["docProps/core.xml"] = (ours.HEAD + ours.CORE_PROPERTIES).encode()
        self.parts["_rels/.rels"] = (ours.HEAD + ours.PACKAGE_RELATIONS).encode()
        self.parts["[Content_Types].xml"] = self.content_types()
        docx = packed(sorted(self.parts.items()), "1980-01-01")
        if len(docx) > KEPT:
            raise Unfit(HEAVY.format(size=f"{len(docx) / 1024 / 1024:.1f}".replace(".", ",")))
        return Own(docx, told.facts(page, looks, self.edges, package, body))

    def lists_of_edges(self, body: Any) -> set[str]:
        """The lists in heads and feet, by their new number."""
        names = {name for parts in edges.of(self.package, body).values() for name in parts.values()}
        return {numbers.moved(each) for name in names for each in numbers.used(self.package.xml(name))}

    def theirs(self, kind: str) -> Any | None:
        name = self.package.only(self.package.main, kind)
        return self.package.xml(name, TAGS[kind]) if name else None

    def put(self, name: str, kind: str, root: Any, folder: str = "") -> str:
        """Its id among the relations of the main part. XML as a tree or as text."""
        file = f"{folder}{name}.xml"
        text = ours.HEAD.encode() + (
            root.encode() if isinstance(root, str) else etree.tostring(root, encoding="utf-8")
        )
        if len(text) > MOST_XML:
            raise Unfit(BROKEN)
        self.parts[f"word/{file}"] = text
        media = f"{ours.WORD}.{kind}+xml"
        if kind == "theme":
            media = "application/vnd.openxmlformats-officedocument.theme+xml"
        self.types.append((f"/word/{file}", media))
        identity = f"rId{len(self.relations) + 1}"
        self.relations.append((identity, kind, file, False))
        return identity

    def theme(self) -> None:
        """Colours and letters that styles refer to; a picture behind things stays behind."""
        root = self.theirs("theme")
        if root is None:
            return
        space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
        for fill in list(root.iter(f"{space}blipFill")):
            plain = etree.SubElement(fill.getparent(), f"{space}solidFill")
            etree.SubElement(plain, f"{space}schemeClr", val="phClr")
            fill.getparent().replace(fill, plain)
        for name in ("objectDefaults", "extraClrSchemeLst", "custClrLst", "extLst"):
            for each in list(root.findall(f"{space}{name}")):
                root.remove(each)
        self.put("theme1", "theme", root, "theme/")

    def heads_and_feet(self, body: Any, ids: dict[str, str]) -> str:
        """Each that the base has; a foot for every page is always there, since we write a line in it."""
        references = ""
        found = edges.of(self.package, body)
        for side, parts in found.items():
            for kind in edges.KINDS:
                if kind in parts:
                    edge = edges.Edge(self.package, parts[kind], side, self.picture, ids)
                    numbers.follow(edge.root)
                    root, own = edge.root, edge.relations
                elif side == "footer" and (kind == "default" or parts):
                    root, own = edges.empty(side), []
                else:
                    continue
                self.edges[side].append(root)
                name = f"{side}-{kind}"
                identity = self.put(name, side, root)
                if own:
                    self.parts[f"word/_rels/{name}.xml.rels"] = relations(own)
                references += f'<w:{side}Reference w:type="{kind}" r:id="{identity}"/>'
        return references

    def picture(self, name: str) -> str:
        """Each is drawn once, however often it is shown; the same picture is one part."""
        if name not in self.pictures:
            if len(self.pictures) == MOST_PICTURES:
                raise Unfit(MANY)
            ending, data = edges.drawn(self.package.parts[name], name)
            there = next((part for part, kept in self.parts.items() if kept == data), None)
            self.pictures[name] = there or f"word/media/own{len(self.pictures) + 1}.{ending}"
            self.parts[self.pictures[name]] = data
        return self.pictures[name].removeprefix("word/")

    def settings(self) -> str:
        """Ours; of theirs only whether left pages differ, and which colours of the theme are meant."""
        theirs = self.theirs("settings")
        text = ours.SETTINGS
        if theirs is not None:
            even, colours = (
                theirs.find(qn(f"w:{name}")) for name in ("evenAndOddHeaders", "clrSchemeMapping")
            )
            if even is not None and even.get(qn("w:val"), "1") not in ("0", "false", "off"):
                text = text.replace(
                    "<w:characterSpacingControl", "<w:evenAndOddHeaders/><w:characterSpacingControl"
                )
            if colours is not None:
                said = " ".join(
                    f'w:{etree.QName(name).localname}="{escape(value)}"'
                    for name, value in colours.attrib.items()
                )
                text = text.replace("</w:settings>", f"<w:clrSchemeMapping {said}/></w:settings>")
        return text

    def content_types(self) -> bytes:
        parts = [("/word/document.xml", f"{ours.WORD}.document.main+xml"), *self.types]
        parts.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
        said = "".join(f'<Override PartName="{name}" ContentType="{media}"/>' for name, media in parts)
        return (
            f'{ours.HEAD}<Types xmlns="{ours.TYPES}">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{IMAGE_TYPES}{said}</Types>'
        ).encode()


def relations(found: list[tuple[str, str, str, bool]]) -> bytes:
    each = "".join(
        f'<Relationship Id="{identity}" Type="{ours.OFFICE}/{kind}" Target="{escape(target)}"'
        + (' TargetMode="External"/>' if external else "/>")
        for identity, kind, target, external in found
    )
    return f'{ours.HEAD}<Relationships xmlns="{ours.RELATIONS}">{each}</Relationships>'.encode()
