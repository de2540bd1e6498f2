"""Who was heard, who helps, and for how long it holds."""

from __future__ import annotations

from dekkend.documents.tree import Inline, Text
from dekkend.formats.model import Format, GuidePart
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.decisions import Decisions

from .adoption import adopted
from .pieces import Blocks, facts, labelled, link, missing
from .words import advice, day


def pupils(content: Content, fmt: Format, part: GuidePart, decisions: Decisions) -> Blocks:
    """WPO 13b: the input in general terms, and how much it changed."""
    told = content["pupils"]
    asked = (
        ("Zo vroegen we het:", "method", "hoe leerlingen zijn gehoord"),
        ("Dit zeiden leerlingen:", "said", "wat zij zeiden"),
        ("Dit deden we ermee:", "changed", "wat dat veranderde"),
    )
    blocks = tuple(block for label, key, _ in asked for block in labelled(label, told[key]))
    return blocks + lacking([what for _, key, what in asked if not told[key].strip()])


def lacking(what: list[str]) -> Blocks:
    return (missing(f"{'; '.join(what).capitalize()}."),) if what else ()


def alliance(content: Content, fmt: Format, part: GuidePart, decisions: Decisions) -> Blocks:
    """WPO 13(1)(m) and the ouder- en jeugdsteunpunt of WPO 19."""
    told = content["alliance"]
    point: tuple[Inline, ...] = (Text(told["support_point_name"]),) if told["support_point_name"] else ()
    for more in (link(told["support_point_url"]), (Text(told["support_point_phone"]),)):
        if more and any(isinstance(each, Text) and each.text for each in more):
            point = (*point, Text(", "), *more) if point else more
    name = told["name"] or content["school"]["alliance"]
    rows = facts(
        (
            ("Samenwerkingsverband", name),
            ("Website", link(told["website"])),
            ("Ouder- en jeugdsteunpunt", point),
        )
    )
    asked = (("het samenwerkingsverband", name), ("het ouder- en jeugdsteunpunt", point))
    return rows + lacking([what for what, there in asked if not there])


def dates(content: Content, fmt: Format, part: GuidePart, decisions: Decisions) -> Blocks:
    """WPO 13a(2): for the next school year, 1 August to 31 July."""
    first, last = content["schooljaar"].split("-")
    return facts(
        (
            ("Schooljaar", content["schooljaar"]),
            ("Geldt", f"van 1 augustus {first} tot en met 31 juli {last}"),
            ("Leerlingen gehoord", day(content["pupils"]["heard_on"])),
            ("Advies van de medezeggenschapsraad", advice(decisions)),
            ("Vastgesteld", adopted(decisions) or "nog niet, dit is een concept"),
            ("Versie", str(decisions.version) if decisions.version else ""),
            ("Controleer dit bestand op", link(decisions.checked_at)),
        )
    )
