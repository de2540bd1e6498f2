"""Word files that were made to do harm, offered as base: refused with what to do, or without what harms."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from dekkend.documents.to_docx import own, render
from dekkend.kit.uploads import Unfit
from tests.documents import bases
from tests.documents.bases import letterhead
from tests.documents.samples import make
from tests.kit.files import PDF, picture

UNC = r"\\server\share\a.png"


def field(said: str, cut: int = 0) -> str:
    """A field whose words are cut in two, as those do who hide them."""
    pieces = (said[:cut], said[cut:]) if cut else (said,)
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}{runs}{end}</w:p>"


def renamed(data: bytes, before: str, after: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as box:
        for name in source.namelist():
            box.writestr(name.replace(before, after), source.read(name))
    return made.getvalue()


HOSTILE = {
    "nothing": (b"", "leeg"),
    "pdf": (PDF, "Kies een Word-bestand"),
    "picture": (picture(), "Kies een Word-bestand"),
    "old word": (b"\xd0\xcf\x11\xe0" + bytes(600), "oud Word-bestand"),
    "half a zip": (letterhead()[:900], "niet heel"),
    "5 MB and more": (letterhead() + bytes(own.LARGEST), "groter dan 5 MB"),
    "macros": (letterhead(parts={"word/vbaProject.bin": b"x"}), "macro’s"),
    "macro type": (letterhead(main="document.macroEnabled.main"), "macro’s"),
    "macro template": (letterhead(main="template.macroEnabledTemplate.main"), "macro’s"),
    "activex": (letterhead(parts={"word/activeX/activeX1.xml": b"<x/>"}), "macro’s"),
    "embedded": (letterhead(parts={"word/embeddings/blad.xlsx": b"x"}), "ander bestand"),
    "ole": (letterhead(parts={"word/oleObject1.bin": b"x"}), "ander bestand"),
    "ole by relation": (letterhead(heads=(("oleObject", "x.dat"),)), "ander bestand"),
    "package by relation": (letterhead(heads=(("package", "x.dat"),)), "ander bestand"),
    "chunk": (letterhead(heads=(("aFChunk", "x.dat"),)), "ander bestand"),
    "object": (letterhead(head="<w:p><w:r><w:object/></w:r></w:p>"), "grafiek, SmartArt"),
    "linked picture": (letterhead(heads=(("image", "https://evil.example/a.png"),)), "van een andere plek"),
    "linked on a share": (letterhead(feet=(("image", UNC),)), "van een andere plek"),
    "frame": (letterhead(feet=(("frame", "https://evil.example/"),)), "van een andere plek"),
    "dde": (letterhead(foot=field("DDEAUTO c:\\\\cmd.exe /k calc")), "DDEAUTO"),
    "dde cut in two": (letterhead(foot=field(" DDEAUTO c:\\\\cmd.exe", cut=4)), "DDEAUTO"),
    "include": (letterhead(foot='<w:p><w:fldSimple w:instr=" INCLUDEPICTURE x "/></w:p>'), "INCLUDEPICTURE"),
    "macro button": (letterhead(foot=field("MACROBUTTON Kwaad klik")), "MACROBUTTON"),
    "field in a field": (
        letterhead(foot=field("IF ").replace("</w:p>", "") + field("LINK Excel.Sheet").replace("<w:p>", "")), "LINK"),
    "field without end": (
        letterhead(foot=field("DDEAUTO x").replace('"end"', '"separate"')), "DDEAUTO"),
    "words of no field": (letterhead(foot="<w:p><w:r><w:instrText>DDE x</w:instrText></w:r></w:p>"), "DDE"),
    "fields in fields": (
        letterhead(foot='<w:p>' + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 10_000 + "</w:p>"), "anders"),
    "many pictures": (
        letterhead(
            head=bases.HEAD + "".join(bases.HEAD.replace("rId1", f"rId{number}") for number in range(2, 30)),
            heads=tuple(("image", f"media/b{number}.png") for number in range(2, 30)),
            parts={f"word/media/b{number}.png": picture() for number in range(2, 30)},
        ), "meer dan 12 afbeeldingen"),
    "tracked": (letterhead(foot='<w:p><w:ins w:author="Juf Geheim"><w:r/></w:ins></w:p>'), "Aanvaard"),
    "metafile": (letterhead(parts={"word/media/a.png": b"\x01\0\0\0" + bytes(50)}), "Vervang haar door een PNG"),
    "svg": (letterhead(parts={"word/media/a.png": b"<svg onload='x'/>"}), "Vervang haar door een PNG"),
    "entities": (
        letterhead(styles='<!DOCTYPE x [<!ENTITY a "b">]>'), "niet heel"),
    "entities in wide letters": (
        letterhead(parts={"word/header1.xml": "<!DOCTYPE x><x/>".encode("utf-16")}), "niet heel"),
    "broken xml": (letterhead(parts={"word/styles.xml": b"<w:styles"}), "niet heel"),
    "other xml": (letterhead(parts={"word/styles.xml": b"<x><y/></x>"}), "anders in elkaar"),
    "deep xml": (letterhead(parts={"word/styles.xml": b"<a>" * 5000 + b"</a>" * 5000}), "niet heel"),
    "no body": (letterhead(parts={"word/document.xml": b"<x/>"}), "anders in elkaar"),
    "outside": (letterhead(parts={"../../etc/passwd": b"x"}), "niet heel"),
    "twice": (letterhead(parts={"WORD/STYLES.XML": b"x"}), "niet heel"),
    "many parts": (letterhead(parts={f"word/a{number}.xml": b"" for number in range(1200)}), "te groot"),
    "bomb": (letterhead(parts={"word/a.xml": bytes(61 * 1024 * 1024)}), "te groot"),
    "no room": (letterhead(section=bases.SECTION.replace('w:left="1417"', 'w:left="8000"')), "te weinig ruimte"),
    "no main": (renamed(letterhead(), "word/document.xml", "word/other.xml"), "Kies een Word-bestand"),
    "other head": (letterhead(parts={"word/header1.xml": b"<x/>"}), "anders in elkaar"),
    "open document": (
        letterhead(parts={"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument-bestand"),
    "strict": (letterhead(parts={"word/document.xml": b'<a xmlns="http://purl.oclc.org/ooxml/x"/>'}), "Strikt"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_base_is_refused_with_what_to_do(name: str) -> None:
    data, why = HOSTILE[name]
    with pytest.raises(Unfit, match=why):
        own.prepare(data)


def test_what_refers_to_elsewhere_stays_behind() -> None:
    """A template on a server, an address of a program: Word may write them, and no paper of ours needs them."""
    told = '<w:settings xmlns:w="{}" xmlns:r="{}"><w:attachedTemplate r:id="rId1"/></w:settings>'
    link = '<w:p><w:hyperlink r:id="rId2"><w:r><w:t>klik</w:t></w:r></w:hyperlink></w:p>'
    made = own.prepare(
        letterhead(
            foot=bases.FOOT + link,
            feet=(("hyperlink", "javascript:alert(1)"),),
            parts={
                "word/settings.xml": told.format(bases.W, bases.R),
                "word/_rels/settings.xml.rels": bases.related(
                    ("attachedTemplate", "https://evil.example/x.dotm")
                ),
                "customXml/item1.xml": b"<geheim/>",
                "word/comments.xml": b"<x/>",
            },
        )
    )
    with zipfile.ZipFile(io.BytesIO(made.docx)) as box:
        kept = {name: box.read(name) for name in box.namelist()}
    for bad in (b"evil", b"javascript", b"geheim", b"attachedTemplate"):
        assert not any(bad in data for data in kept.values())
    external = [data for name, data in kept.items() if name.endswith(".rels") and b"External" in data]
    assert len(external) == 1
    assert external[0].count(b"External") == 1  # the website of the school
    assert "de verwijzing naar het sjabloon waarvan het gemaakt is" in made.told["left_out"]
    assert {name.split("/")[0] for name in kept} == {"[Content_Types].xml", "_rels", "docProps", "word"}


def test_styles_and_lists_that_name_each_other_in_a_ring_are_no_ring_for_us() -> None:
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("Title", "B"), ("B", "Title"), ("Title", "Title"))
    )
    made = own.prepare(
        letterhead(styles=bases.STYLES.replace('"Titel"', '"T"').replace('"Title"', '"T"') + ring)
    )
    file = docx.Document(io.BytesIO(render(make(), made.docx)))
    ids = [style.style_id for style in file.styles]
    assert len(ids) == len(set(ids))


def test_a_style_that_stands_there_twice_counts_once() -> None:
    twice = bases.STYLES + bases.style("Kop2", "Title") + bases.style("Kop1", "heading 3")
    made = own.prepare(letterhead(styles=twice.replace('"Titel"', '"Kop2"')))
    assert render(make(), made.docx)


def test_absurd_numbers_are_read_without_harm() -> None:
    wild = bases.NUMBERING.replace('w:val="4"', f'w:val="{"9" * 400}"').replace('w:numId="4"', 'w:numId="-1"')
    space = f'<w:numbering xmlns:w="{bases.W}">{wild}</w:numbering>'
    odd = bases.SECTION.replace('w:w="11906"', f'w:w="{"9" * 400}"').replace('w:top="2268"', 'w:top="nan"')
    made = own.prepare(letterhead(section=odd, parts={"word/numbering.xml": space}))
    assert render(make(), made.docx)
    assert made.told["page"] == "A4, staand"
