"""What stands in a head or foot, and the line that we write in a foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from dekkend.documents.foot import APART, foot
from dekkend.documents.to_docx import words
from dekkend.documents.tree import Document

OWN_STYLE = "DekkendFoot"  # in a base of a school, whose own foot has a style of its own


def foot_line(style: str, document: Document, *, counted: bool = True) -> Any:
    """Whose paper, which, with what standing, and which page unless that is said already."""
    number, count = words.field("PAGE", "1"), words.field("NUMPAGES", "1")
    page = words.run("pagina\u00a0") + number + words.run("\u00a0van\u00a0") + count
    line = words.paragraph(
        style, words.run(foot(document)) + (words.run(APART) + words.TAB + page if counted else "")
    )
    return parse_xml(line.replace("<w:p>", f"<w:p {words.NAMESPACES}>", 1))


def own_foot(file: WordFile, document: Document) -> None:
    """Our line above the foot of the school: a page that lies alone still says what it is, and whether it holds.

    Not on a cover that says so itself. A base without head and foot on a first page gets a cover without them, too.
    """
    section = file.sections[0]
    bare = section.header.is_linked_to_previous and not says(section.footer._element)
    if document.cover and bare:
        section.different_first_page_header_footer = True
    feet = [section.footer, section.even_page_footer]
    if not document.cover:
        feet.append(section.first_page_footer)
    for each in feet:
        if each.is_linked_to_previous:
            continue
        root = each._element
        line = foot_line(OWN_STYLE, document, counted=not is_counted(root))
        if not says(root):
            for empty in list(root):
                root.remove(empty)
        root.insert(0, line)


def instructions(root: Any) -> Iterator[str]:
    """What each field says, also one within another; its words may be cut over any number of pieces."""
    yield from (each.get(qn("w:instr"), "") for each in root.iter(qn("w:fldSimple")))
    open_: list[list[str]] = []
    for each in root.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:delInstrText")):
        if each.tag != qn("w:fldChar"):
            if not open_:
                open_.append([])
            open_[-1].append(each.text or "")
        elif each.get(qn("w:fldCharType")) == "begin":
            open_.append([])
        elif open_ and each.get(qn("w:fldCharType")) == "end":
            yield "".join(open_.pop())
    yield from ("".join(said) for said in open_)


def words_of(root: Any) -> str:
    return " ".join(" ".join("".join(p.itertext(qn("w:t"))).split()) for p in root.iter(qn("w:p"))).strip()


def has_picture(root: Any) -> bool:
    return next(root.iter(qn("w:drawing"), qn("w:pict")), None) is not None


def says(root: Any) -> bool:
    """Anything that is seen."""
    return bool(words_of(root)) or has_picture(root) or any(instructions(root))


def is_counted(root: Any) -> bool:
    """It says the number of the page itself."""
    return any(said.lower().split()[:1] == ["page"] for said in instructions(root))
