"""Word files as people make them, written as the XML that Word leaves."""

from __future__ import annotations

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from dekkend.profile.reading.file.child import passages
from dekkend.profile.reading.file.passages import Passage
from tests.profile.reading.oldprofiles import saved

MAIN = "http://schemas.openxmlformats.org"
NAMES = {
    "w": f"{MAIN}/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": f"{MAIN}/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": f"{MAIN}/drawingml/2006/wordprocessingDrawing",
    "a": f"{MAIN}/drawingml/2006/main",
    "dgm": f"{MAIN}/drawingml/2006/diagram",
    "v": "urn:schemas-microsoft-com:vml",
    "r": f"{MAIN}/officeDocument/2006/relationships",
}
SPACES = " ".join(f'xmlns:{short}="{name}"' for short, name in NAMES.items())
BOLD = "<w:b/>"
WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


def read(*blocks: str, scheme: str = "") -> list[Passage]:
    """What is read of these paragraphs and tables. `scheme`: the words of a SmartArt, at "SCHEME"."""
    made = docx.Document()
    xml = "".join(blocks)
    if scheme:
        data = f"<dgm:dataModel {SPACES}>{scheme}</dgm:dataModel>".encode()
        part = Part(PackURI("/word/diagrams/data1.xml"), "application/xml", data, made.part.package)
        xml = xml.replace("SCHEME", made.part.relate_to(part, f"{NAMES['r']}/diagramData"))
    body = made.element.body
    for each in parse_xml(f"<w:body {SPACES}>{xml}</w:body>"):
        body.insert(len(body) - 1, each)
    return passages(saved(made))


def texts(*blocks: str) -> list[str]:
    return [each.text for each in read(*blocks)]


def p(*runs: str, set_as: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{set_as}</w:pPr>' if set_as else ''}{''.join(runs)}</w:p>"


def r(text: str, set_as: str = "") -> str:
    look = f"<w:rPr>{set_as}</w:rPr>" if set_as else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def sign(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def control(is_on: bool) -> str:
    """A box that one can press, of Word 2010 and later."""
    told = f'<w14:checkbox><w14:checked w14:val="{int(is_on)}"/></w14:checkbox>'
    shown = "☒" if is_on else "☐"
    return f"<w:sdt><w:sdtPr>{told}</w:sdtPr><w:sdtContent>{r(shown)}</w:sdtContent></w:sdt>"


def field(code: str, shown: str = "", data: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    middle = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(shown)}' if shown else ""
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return f"{begin}<w:r><w:instrText> {code} </w:instrText></w:r>{middle}{end}"


def form_box(is_on: bool) -> str:
    """A box of a form, of older versions."""
    told = "<w:checked/>" if is_on else '<w:default w:val="0"/>'
    return field("FORMCHECKBOX", data=f"<w:ffData><w:checkBox>{told}</w:checkBox></w:ffData>")


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, set_as: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{set_as}</w:trPr>' if set_as else ''}{''.join(cells)}</w:tr>"


def tc(*inside: str, set_as: str = "") -> str:
    """A cell; words alone are one paragraph."""
    blocks = "".join(each if each.startswith("<w:") else p(r(each)) for each in inside)
    return f"<w:tc>{f'<w:tcPr>{set_as}</w:tcPr>' if set_as else ''}{blocks or p()}</w:tc>"


def head(text: str, set_as: str = "") -> str:
    return tc(p(r(text, BOLD)), set_as=set_as)


def drawn(kind: str, inside: str = "", alt: str = "") -> str:
    data = f'<a:graphicData uri="{kind}">{inside}</a:graphicData>'
    shape = f'<wp:docPr id="1" name="Ding" descr="{alt}"/><a:graphic>{data}</a:graphic>'
    return f"<w:r><w:drawing><wp:inline>{shape}</wp:inline></w:drawing></w:r>"
