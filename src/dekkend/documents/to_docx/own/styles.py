"""The styles of the base under our names, and ours beside them where it has none.

Word keeps the English name of its own styles, whatever its language; the ids differ ("Kop1"). So names are compared.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from dekkend.documents.to_docx.base_styles import HANG, LABELS, STYLES
from dekkend.documents.to_docx.edges import OWN_STYLE
from dekkend.documents.to_docx.sheet import TEXT_WIDTH
from dekkend.documents.to_docx.words import NAMESPACES

from . import sound
from .numbers import drop, follow

VAL, ID, TYPE = qn("w:val"), qn("w:styleId"), qn("w:type")
OUR_SIZE = 21  # half points, of the text
WIDER = 1.06  # the letters of others, at the same size

HEADINGS = range(1, 10)
OTHER_NAMES = {
    "normal": ("standaard", "default paragraph style"),
    "title": ("titel",),
    "subtitle": ("ondertitel",),
    "body text": ("platte tekst", "plattetekst", "text body"),
    "list paragraph": ("lijstalinea",),
    "caption": ("bijschrift",),
    "footnote text": ("voetnoottekst",),
    "toc heading": ("kopvaninhoudsopgave", "kop van inhoudsopgave"),
    "toc 1": ("inhopg 1",),
    "toc 2": ("inhopg 2",),
    "footer": ("voettekst",),
    **{f"heading {level}": (f"kop {level}",) for level in HEADINGS},
}
OF_WORD = {
    "normal",
    "hyperlink",
    "normal table",
    *OTHER_NAMES,
}  # the others only mean ours in a paper of ours


@dataclass
class Styles:
    root: Any
    ids: dict[str, str] = field(default_factory=dict)  # of theirs: before and after
    taken: list[str] = field(default_factory=list)  # our ids that the base has
    table: str = ""  # the name of its own style for tables
    unseen: bool = False  # whose letters were white on white


def ours() -> list[Any]:
    found = list(parse_xml(STYLES).findall(qn("w:style")))
    foot = deepcopy(next(each for each in found if each.get(ID) == "Footer"))
    foot.set(ID, OWN_STYLE)
    foot.find(qn("w:name")).set(VAL, "Dekkend Foot")
    return [*found, foot]


def merged(theirs: Any | None, width: int) -> Styles:
    """`width`: of the text, in twentieths of a point."""
    styles = Styles(theirs if theirs is not None else parse_xml(f"<w:styles {NAMESPACES}/>"))
    drop(styles.root, "w:lang", "w:rsid", "w:sectPr", "w:rPrChange", "w:pPrChange")
    for each in list(styles.root.iter(qn("w:lvlPicBulletId"))):
        each.getparent().remove(each)
    once(styles.root)
    sound.calm(styles.root)
    speak_dutch(styles.root)
    follow(styles.root)
    rename(styles, pairs(styles))
    sound.fit(styles.root, styles.taken)
    styles.unseen = bool(styles.table) and sound.read_on_fill(styles.root, "Dekkend")
    size, taken = text_size(styles.root), tuple(styles.taken)
    for each in ours():
        if each.get(ID) not in taken:
            styles.root.append(fitted(each, size, width, styles.taken))
        elif next(each.iter(qn("w:keepNext")), None) is not None:  # a caption stays with its table
            named(styles.root, each.get(ID)).get_or_add_pPr().get_or_add_keepNext()
    for level in HEADINGS:
        number(named(styles.root, f"Heading{level}"), level)
    for identity in taken:
        if not identity.startswith("Heading"):
            uncounted(styles.root, named(styles.root, identity))
    lines = [named(styles.root, identity) for identity in ("Toc1", "Toc2")]
    leader = ' w:leader="dot"' if any(map(is_dotted, lines)) else ""
    for each in lines:
        set_tabs(each, width, leader)
    return styles


def once(root: Any) -> None:
    """Of styles with the same id Word takes the first."""
    seen = set[str]()
    for each in root.findall(qn("w:style")):
        identity = each.get(ID, "")
        if identity in seen:
            root.remove(each)
        seen.add(identity)


def pairs(styles: Styles) -> dict[str, str]:
    """Their id -> ours, for each style that the base has for the same thing."""
    there: dict[tuple[str, str], Any] = {}
    for each in styles.root.findall(qn("w:style")):
        name = each.find(qn("w:name"))
        if name is not None and each.get(ID):
            there.setdefault((each.get(TYPE, "paragraph"), str(name.get(VAL, "")).casefold()), each)
        if each.get(TYPE, "paragraph") == "paragraph" and each.get(qn("w:default")) in ("1", "true"):
            there["paragraph", "normal"] = each
    is_ours = ("table", "dekkend road") in there
    found: dict[str, str] = {}
    for our in ours():
        sort, name = our.get(TYPE), our.find(qn("w:name")).get(VAL).casefold()
        if not is_ours and name not in OF_WORD:
            continue
        their = next(
            (there[sort, each] for each in (name, *OTHER_NAMES.get(name, ())) if (sort, each) in there), None
        )
        if their is not None and their.get(ID) not in found:
            found[their.get(ID)] = our.get(ID)
            styles.taken.append(our.get(ID))
    if "Dekkend" not in styles.taken and (table := own_table(styles.root)) is not None:
        found[table.get(ID)] = "Dekkend"
        styles.taken.append("Dekkend")
        styles.table = table.find(qn("w:name")).get(VAL, "")
    return found


def own_table(root: Any) -> Any | None:
    """The style that new tables get, or the only one that the school made itself."""
    tables = [
        each
        for each in root.findall(qn("w:style"))
        if each.get(TYPE) == "table" and each.find(qn("w:name")) is not None
    ]
    usual = [each for each in tables if each.get(qn("w:default")) in ("1", "true")]
    own = [each for each in tables if each.get(qn("w:customStyle")) in ("1", "true")]
    chosen = [
        each for each in usual if each.find(qn("w:name")).get(VAL) not in ("Normal Table", "Dekkend Road")
    ]
    return (chosen or (own if len(own) == 1 else [None]))[0]


def rename(styles: Styles, pairs: dict[str, str]) -> None:
    """Everything gets a new id, so that none of theirs is by chance one of ours."""
    for number, each in enumerate(styles.root.findall(qn("w:style")), 1):
        old = each.get(ID, "")
        styles.ids[old] = pairs.get(old, f"Own{number}")
        each.set(ID, styles.ids[old])
    for name in ("w:basedOn", "w:next", "w:link"):
        for each in list(styles.root.iter(qn(name))):
            if each.get(VAL) in styles.ids:
                each.set(VAL, styles.ids[each.get(VAL)])
            else:
                each.getparent().remove(each)


def named(root: Any, identity: str) -> Any:
    return next(each for each in root.findall(qn("w:style")) if each.get(ID) == identity)


def text_size(root: Any) -> int:
    """Half points, of the plain text; what Word takes when nothing is said is 20."""
    normal = next((each for each in root.findall(qn("w:style")) if each.get(ID) == "Normal"), None)
    for place in (normal, root.find(qn("w:docDefaults"))):
        size = None if place is None else place.find(f".//{qn('w:sz')}")
        if size is not None and str(size.get(VAL)).isdecimal():
            return max(14, min(int(size.get(VAL)), 36))
    return 20


def fitted(style: Any, size: int, width: int, taken: list[str]) -> Any:
    """One of ours in a base: its letters and its measure are those of the base, larger and smaller along with it."""
    drop(style, "w:rFonts")
    for each in [*style.iter(qn("w:sz")), *style.iter(qn("w:szCs"))]:
        larger = (
            size if not style.get(ID).startswith("Station") else min(size, OUR_SIZE)
        )  # seven side by side
        each.set(VAL, str(round(int(each.get(VAL)) * larger / OUR_SIZE)))
    for each in style.iter(qn("w:ind")):
        each.attrib.pop(qn("w:right"), None)
    for each in style.iter(qn("w:tab")):
        if each.get(qn("w:pos")) == str(TEXT_WIDTH):
            each.set(qn("w:pos"), str(width))
    if style.get(ID) == "Fact":  # larger letters need more room for the label
        room = str(round(LABELS * max(size / OUR_SIZE, 1) * WIDER))
        for each in style.iter(qn("w:tab")):
            each.set(qn("w:pos"), room)
        for each in style.iter(qn("w:ind")):
            each.attrib.update({qn("w:left"): room, qn("w:hanging"): room})
    level = str(style.get(ID)).removeprefix("Heading")
    above = f"Heading{int(level) - 1}" if level.isdecimal() else ""
    if above in taken:
        style.find(qn("w:basedOn")).set(VAL, above)
        drop(style, "w:color", "w:pBdr")
        taken.append(style.get(ID))  # and so do those below it
    if style.get(ID) == "BodyText":  # a base without it has no air between lines of prose either
        style.get_or_add_pPr().get_or_add_spacing().set(qn("w:after"), "130")
    return style


def number(style: Any, level: int) -> None:
    """Counted by our list, with the level that a table of contents and a screen reader go by."""
    properties = style.get_or_add_pPr()
    for name in ("w:numPr", "w:outlineLvl", "w:ind"):  # what stood there was for numbers of theirs
        for each in properties.findall(qn(name)):
            properties.remove(each)
    numbers = parse_xml(f'<w:numPr {NAMESPACES}><w:ilvl w:val="{level - 1}"/><w:numId w:val="2"/></w:numPr>')
    properties._insert_numPr(numbers)
    properties._insert_outlineLvl(parse_xml(f'<w:outlineLvl {NAMESPACES} w:val="{level - 1}"/>'))


def uncounted(root: Any, style: Any) -> None:
    """What looks like a heading but is none, such as the one above the contents, takes no number."""
    seen = set()
    above = style.find(qn("w:basedOn"))
    while above is not None and above.get(VAL) not in seen:
        seen.add(above.get(VAL))
        if above.get(VAL).startswith("Heading"):
            number(style, 10)
            style.pPr.numPr.numId.val = 0
            style.pPr.numPr.ilvl.val = 0
            return
        above = named(root, above.get(VAL)).find(qn("w:basedOn"))


def is_dotted(style: Any) -> bool:
    return any(each.get(qn("w:leader")) == "dot" for each in style.iter(qn("w:tab")))


def set_tabs(style: Any, width: int, leader: str) -> None:
    """A number, a title and a page: three columns, with the dots of the base when it has them."""
    properties = style.get_or_add_pPr()
    for name in ("w:tabs", "w:ind"):
        for each in properties.findall(qn(name)):
            properties.remove(each)
    properties._insert_tabs(
        parse_xml(
            f'<w:tabs {NAMESPACES}><w:tab w:val="left" w:pos="{HANG}"/><w:tab w:val="right"{leader} w:pos="{width}"/>'
            "</w:tabs>"
        )
    )
    properties._insert_ind(parse_xml(f'<w:ind {NAMESPACES} w:left="{HANG}" w:hanging="{HANG}"/>'))


def speak_dutch(root: Any) -> None:
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = parse_xml(f"<w:docDefaults {NAMESPACES}/>")
        root.insert(0, defaults)
    runs = defaults.find(qn("w:rPrDefault"))
    if runs is None:
        runs = parse_xml(f"<w:rPrDefault {NAMESPACES}/>")
        defaults.insert(0, runs)
    properties = runs.find(qn("w:rPr"))
    if properties is None:
        properties = parse_xml(f"<w:rPr {NAMESPACES}/>")
        runs.append(properties)
    properties.append(parse_xml(f'<w:lang {NAMESPACES} w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'))
