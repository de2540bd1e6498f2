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
    blocks = (
        *labelled("Zo vroegen we het:", told["method"]),
        *labelled("Dit zeiden leerlingen:", told["said"]),
        *labelled("Dit deden we ermee:", told["changed"]),
    )
    return blocks or (missing("Hoe leerlingen zijn gehoord, wat zij zeiden en wat dat veranderde."),)


def alliance(content: Content, fmt: Format, part: GuidePart, decisions: Decisions) -> Blocks:
    """WPO 13(1)(m) and the ouder- en jeugdsteunpunt of WPO 19."""
    told = content["alliance"]
    point: tuple[Inline, ...] = (Text(told["support_point_name"]),) if told["support_point_name"] else ()
    for more in (link(told["support_point_url"]), (Text(told["support_point_phone"]),)):
        if more and any(isinstance(each, Text) and each.text for each in more):
            point = (*point, Text(", "), *more) if point else more
    name = told["name"] or content["school"]["alliance"]
    return facts(
        (
            ("Samenwerkingsverband", name),
            ("Website", link(told["website"])),
            ("Ouder- en jeugdsteunpunt", point),
        )
    )


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
        )
    )
