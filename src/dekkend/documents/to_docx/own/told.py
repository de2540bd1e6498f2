"""What somebody is told of the base before it is used, in words that the page shows as they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.oxml.ns import qn

from dekkend.documents.to_docx.edges import has_picture, is_counted, words_of
from dekkend.kit import contrast

from .package import Package
from .page import Page
from .styles import ID, VAL, Styles, named

NAMES = {
    "Normal": "Standaard",
    "Title": "Titel",
    "Subtitle": "Ondertitel",
    "BodyText": "Platte tekst",
    "ListParagraph": "Lijstalinea",
    "Caption": "Bijschrift",
    "Footer": "Voettekst",
    "Hyperlink": "Hyperlink",
    "TocHeading": "Kop van de inhoudsopgave",
    "Toc1": "Inhoudsopgave",
}
# On nearly every computer with Word or LibreOffice.
EVERYWHERE = {
    "aptos", "arial", "arial narrow", "book antiqua", "bookman old style", "calibri", "calibri light", "cambria",
    "candara", "century gothic", "comic sans ms", "consolas", "constantia", "corbel", "courier new", "garamond",
    "georgia", "gill sans mt", "liberation sans", "liberation serif", "lucida sans unicode", "palatino linotype",
    "segoe ui", "symbol", "tahoma", "times new roman", "trebuchet ms", "verdana", "wingdings",
}  # fmt: skip
LONGEST = 160  # of what is shown of a head or foot


def facts(
    page: Page, styles: Styles, edges: dict[str, list[Any]], package: Package, body: Any
) -> dict[str, Any]:
    return {
        "page": page.name,
        "header": seen(edges["header"]),
        "footer": seen(edges["footer"]),
        "styles": style_names(styles),
        "table": styles.table[:60],
        "fonts": sorted(fonts(package, styles), key=str.casefold)[:12],
        "notices": [*strange_paper(page), *missing_styles(styles), *pale(styles), *lacking(package, styles)],
        "left_out": left_out(package, body),
    }


def seen(roots: Iterable[Any]) -> str:
    """ "met een afbeelding: De Kroontjespen, Almere", or "" for nothing."""
    found = list(roots)
    counts = any(map(is_counted, found))
    words = " ".join(dict.fromkeys(filter(None, map(words_of, found))))
    if counts:  # the numbers themselves are those of the moment
        words = " ".join(word for word in words.split() if not word.isdecimal())
    words = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    has = [
        word
        for word, is_there in (("een afbeelding", any(map(has_picture, found))), ("paginanummers", counts))
        if is_there
    ]
    return ": ".join(filter(None, (f"met {' en '.join(has)}" if has else "", words)))


def style_names(styles: Styles) -> list[str]:
    levels = [
        int(each[7:]) for each in styles.taken if each.startswith("Heading") and is_theirs(styles, each)
    ]
    numbers = " en ".join(map(str, levels)) if len(levels) < 3 else f"{min(levels)} tot en met {max(levels)}"
    heads = [f"Kop {numbers}"] if levels else []
    return heads + [NAMES[each] for each in NAMES if each in styles.ids.values()]


def is_theirs(styles: Styles, identity: str) -> bool:
    return identity in styles.ids.values()


def strange_paper(page: Page) -> list[str]:
    found = []
    if not page.is_a4:
        found.append("Het papier is geen A4. Stel in Word A4 in, anders past het niet goed in de printer.")
    if page.lies:
        found.append("Het papier ligt. Onze papieren lezen beter op staand papier.")
    return found


def missing_styles(styles: Styles) -> list[str]:
    lacks = [
        word for each, word in (("Heading1", "Kop 1"), ("Title", "Titel")) if not is_theirs(styles, each)
    ]
    if not lacks:
        return []
    said = " en ".join(f"“{each}”" for each in lacks)
    begin = f"De stijl {said} staat" if len(lacks) == 1 else f"De stijlen {said} staan"
    return [f"{begin} niet in het bestand. Dekkend maakt die zelf, met jullie letters."]


def pale(styles: Styles) -> list[str]:
    """Text that cannot be read well on white (WCAG 1.4.3): told, for the base is theirs."""
    found = []
    for each, word, least in (
        ("Heading1", "Kop 1", contrast.LARGE),
        ("Heading2", "Kop 2", contrast.LARGE),
        ("Heading3", "Kop 3", contrast.LARGE),
        ("Title", "Titel", contrast.LARGE),
        ("Normal", "Standaard", contrast.TEXT),
        ("BodyText", "Platte tekst", contrast.TEXT),
    ):
        colour = named(styles.root, each).find(f"{qn('w:rPr')}/{qn('w:color')}")
        try:
            shade = contrast.colour(f"#{colour.get(VAL)}") if colour is not None else ""
        except ValueError:
            continue
        if shade and not contrast.reads(shade, least):
            found.append(f"De kleur van “{word}” is te licht om goed te lezen. Maak haar in Word donkerder.")
    if styles.unseen:
        found.append(
            f"In de tabelstijl “{styles.table[:60]}” waren letters niet te zien op hun achtergrond. Dekkend maakt ze "
            "leesbaar."
        )
    return found


def fonts(package: Package, styles: Styles) -> set[str]:
    """Of the plain text and of the styles that are used."""
    theme, found = theme_fonts(package), set[str]()
    used = [styles.root.find(qn("w:docDefaults"))]
    used += [each for each in styles.root.findall(qn("w:style")) if each.get(ID) in styles.taken]
    for place in used:
        for each in place.iter(qn("w:rFonts")):
            said = each.get(qn("w:asciiTheme"))
            name = theme.get(str(said)[:5]) if said else each.get(qn("w:ascii"))
            found.add(str(name or "")[:60])
    return found - {""}


def theme_fonts(package: Package) -> dict[str, str]:
    """The first letters of "majorHAnsi" and "minorHAnsi", which is all that tells them apart."""
    name = package.only(package.main, "theme")
    if not name:
        return {}
    root = package.xml(name)
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    latin = {key: root.find(f".//{space}{key}Font/{space}latin") for key in ("major", "minor")}
    return {key: each.get("typeface", "") for key, each in latin.items() if each is not None}


def lacking(package: Package, styles: Styles) -> list[str]:
    rare = sorted(name for name in fonts(package, styles) if name.casefold() not in EVERYWHERE)
    if not rare:
        return []
    said = f"de lettertypes {', '.join(rare)}" if len(rare) > 1 else f"het lettertype {rare[0]}"
    return [f"Wie {said} niet op de computer heeft, ziet een ander."]


def left_out(package: Package, body: Any) -> list[str]:
    found = []
    words = sum(len("".join(p.itertext(qn("w:t"))).split()) for p in body.iter(qn("w:p")))
    if words:
        found.append(f"de tekst in het document zelf ({words} {'woord' if words == 1 else 'woorden'})")
    if tells_maker(package):
        found.append("de namen van wie het maakte of bewaarde")
    if any(each.kind == "attachedTemplate" for part in package.parts for each in related(package, part)):
        found.append("de verwijzing naar het sjabloon waarvan het gemaakt is")
    if any(name.startswith("word/comments") for name in package.parts):
        found.append("opmerkingen")
    if any("/fonts/" in name for name in package.parts):
        found.append("lettertypes die in het bestand zaten")
    return found


def related(package: Package, part: str) -> Iterable[Any]:
    return package.relations(part).values() if part.endswith("settings.xml") else ()


def tells_maker(package: Package) -> bool:
    words = ("creator", "lastModifiedBy", "Manager", "Company")
    for kind in ("core-properties", "extended-properties"):
        name = package.only("", kind)
        for each in package.xml(name) if name else ():
            if isinstance(each.tag, str) and each.tag.endswith(words) and (each.text or "").strip():
                return True
    return False
