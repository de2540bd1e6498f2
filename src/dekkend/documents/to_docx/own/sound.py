"""What a base may not do to a paper: hide its text, turn it, move it off the page, or blow it up.

A school rarely means this; a program writes it, or a style was used for something else. What would be absurd is left
out, and what would be a choice of somebody (the size of letters) is asked back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from dekkend.kit import contrast
from dekkend.kit.uploads import Unfit

from .numbers import drop, number

VAL, ID, TYPE = qn("w:val"), qn("w:styleId"), qn("w:type")
DEEPEST = 12  # styles on each other; Word stops sooner
# Text that is hidden, runs from the right, stands in a frame or is stretched; a table beside its place.
STRANGE = (
    "w:vanish", "w:specVanish", "w:webHidden", "w:framePr", "w:bidi", "w:rtl", "w:textDirection", "w:fitText", "w:w",
    "w:position", "w:effect", "w:bidiVisual", "w:tblInd", "w:tblpPr",
)  # fmt: skip
RUNNING = ("Normal", "BodyText", "ListParagraph")  # read from the left
LARGE = ("Heading", "Title", "Subtitle", "TocHeading")
SMALLEST, LARGEST_TEXT, LARGEST_HEAD = 12, 48, 144  # half points
USUAL = 20  # half points: what Word takes when nothing is said
MOST_AIR, MOST_INDENT = 2_000, 2_880  # twentieths of a point: 100 points, 2 inches
LINES = {"auto": (200, 720), "exact": (160, 1_440), "atLeast": (0, 1_440)}
SIZE = (
    "De letters van de stijl “{name}” zijn {size} punt. Kies in Word een maat van {least} tot en met {most} punt en "
    "bewaar het bestand opnieuw."
)


def calm(root: Any) -> None:
    """Before styles have our names: what is strange anywhere, sizes that are no number, circles."""
    drop(root, *STRANGE)
    for each in [*root.iter(qn("w:sz")), *root.iter(qn("w:szCs"))]:
        size = number(each.get(VAL))
        if size is None:
            each.getparent().remove(each)
        else:
            each.set(VAL, str(size))
    styles = {each.get(ID): each for each in root.findall(qn("w:style"))}
    for each in styles.values():
        cut(each, styles)


def cut(style: Any, styles: dict[str, Any]) -> None:
    """LibreOffice falls over styles that are based on each other in a circle, and over very long rows of them."""
    seen, each = {style.get(ID)}, style
    while (above := each.find(qn("w:basedOn"))) is not None:
        base = styles.get(above.get(VAL))
        if (
            base is None
            or base.get(ID) in seen
            or len(seen) == DEEPEST
            or base.get(TYPE, "paragraph") != each.get(TYPE, "paragraph")
        ):
            each.remove(above)
            return
        seen.add(base.get(ID))
        each = base


def fit(root: Any, taken: list[str]) -> None:
    """When styles have our names: those that are used, and what they are based on."""
    styles = {each.get(ID): each for each in root.findall(qn("w:style"))}
    for identity in taken:
        rows = list(lineage(styles, identity))
        if rows[0].get(TYPE, "paragraph") != "paragraph":
            continue
        check_size(root, identity, rows)
        if identity in RUNNING:
            align(rows)
        for each in rows:
            settle(each, breaks=identity == "Heading1", counted=identity.startswith("Heading"))


def lineage(styles: dict[str, Any], identity: str) -> Iterator[Any]:
    each = styles.get(identity)
    while each is not None:
        yield each
        above = each.find(qn("w:basedOn"))
        each = None if above is None else styles.get(above.get(VAL))


def check_size(root: Any, identity: str, rows: list[Any]) -> None:
    places = [row.find(f"{qn('w:rPr')}/{qn('w:sz')}") for row in rows]
    places.append(root.find(f"{qn('w:docDefaults')}//{qn('w:sz')}"))
    size = next((int(each.get(VAL)) for each in places if each is not None), USUAL)
    most = LARGEST_HEAD if identity.startswith(LARGE) else LARGEST_TEXT
    if not SMALLEST <= size <= most:
        name = rows[0].find(qn("w:name")).get(VAL, "")
        shown = f"{size / 2:g}".replace(".", ",")
        raise Unfit(SIZE.format(name=name[:60], size=shown, least=SMALLEST // 2, most=most // 2))


def align(rows: list[Any]) -> None:
    """Text that runs from the right in Word says so of its side as well."""
    for each in [found for row in rows for found in row.findall(f"{qn('w:pPr')}/{qn('w:jc')}")]:
        if each.get(VAL) not in ("left", "start", "both"):
            each.getparent().remove(each)


def settle(style: Any, *, breaks: bool, counted: bool) -> None:
    """Numbers and a new page only at headings; air and indents that leave room for text."""
    names = [*(() if breaks else ("w:pageBreakBefore",)), *(() if counted else ("w:numPr",))]
    drop(style, *names)
    properties = style.find(qn("w:pPr"))
    if properties is None:
        return
    for each in properties.findall(qn("w:ind")):
        for name, value in list(each.attrib.items()):
            size = number(value)
            if size is None or abs(size) > MOST_INDENT:
                del each.attrib[name]
    for each in properties.findall(qn("w:spacing")):
        for name in (qn("w:before"), qn("w:after")):
            size = number(each.attrib.pop(name, None))
            if size is not None:
                each.set(name, str(max(0, min(size, MOST_AIR))))
        least, most = LINES.get(each.get(qn("w:lineRule"), "auto"), LINES["auto"])
        line = number(each.get(qn("w:line")))
        if line is None or not least <= line <= most:
            for name in (qn("w:line"), qn("w:lineRule")):
                each.attrib.pop(name, None)


def read_on_fill(root: Any, table: str) -> bool:
    """Letters of a table that cannot be seen on their ground take the colour that Word chooses itself.

    White letters are made for a fill that the style may have lost. Whether there were any.
    """
    rows = list(lineage({each.get(ID): each for each in root.findall(qn("w:style"))}, table))
    heads = [
        found for row in rows for found in row.findall(qn("w:tblStylePr")) if found.get(TYPE) == "firstRow"
    ]
    found = False
    for places in (rows, [*heads, *rows]):
        letters = next(
            (each for place in places for each in place.findall(f"{qn('w:rPr')}/{qn('w:color')}")), None
        )
        fills = (each for place in places for each in place.findall(f"{qn('w:tcPr')}/{qn('w:shd')}"))
        if letters is None or is_seen(letters, next(fills, None)):
            continue
        for name in list(letters.attrib):
            del letters.attrib[name]
        letters.set(VAL, "auto")
        found = True
    return found


def is_seen(letters: Any, fill: Any | None) -> bool:
    """A colour of the theme alone is not looked up: what is not known is left as it is."""
    ground = "FFFFFF"
    if fill is not None:
        ground = fill.get(qn("w:color" if fill.get(VAL) == "solid" else "w:fill"), "auto")
        if ground == "auto" and not fill.get(qn("w:themeFill")):
            ground = "FFFFFF"
    try:
        return (
            contrast.ratio(contrast.colour(letters.get(VAL, "")), contrast.colour(ground)) >= contrast.LARGE
        )
    except ValueError:
        return True
