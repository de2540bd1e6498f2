"""The poster: one page for the hall, in the school's own words and those of a parent. Public."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dekkend.documents.markdown import to_plain
from dekkend.documents.tree import Block, Break, Bullets, Code, Document, Inline, Paragraph, Text
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format, SupportNeed
from dekkend.profile.version.content.shape import Content, filled
from dekkend.profile.version.decisions import PREVIEW, Decisions

from .arrangements import short, things
from .facts import told
from .frame import warnings
from .pieces import Blocks, facts, link, say
from .texts import opening
from .words import claim, fixed_date, status

# What one page carries in type that is read at two metres.
NEEDS, PROVISIONS = 8, 8
OPENING_LETTERS, NAME_LETTERS, LINE_LETTERS = 230, 90, 110


def poster(content: Content, fmt: Format, decisions: Decisions = PREVIEW) -> Document:
    """One page for every content: what is too much is counted, and the address says where all of it stands."""
    content = filled(content)
    school = content["school"]
    return Document(
        title="Wat onze school kan doen voor uw kind",
        subtitle=f"Schooljaar {content['schooljaar']}",
        author=cut(school["name"], NAME_LETTERS),
        date=fixed_date(content, decisions),
        blocks=(
            *warnings(content, decisions),
            *own_words(content, fmt),
            *every_child(content),
            *more(content, fmt),
            talk_with_us(content, fmt, decisions),
        ),
        status=status(content, decisions),
        notices=tuple(filter(None, [fmt.notice])),
        keywords=claim(content, decisions),
        cover=False,
        shape="poster",
    )


def own_words(content: Content, fmt: Format) -> Blocks:
    """The first sentences with which the school introduces itself."""
    text = sentences(to_plain(opening(content, fmt)), OPENING_LETTERS)
    return (Paragraph((Text(text),), voice=True, lead=True),) if text else ()


def every_child(content: Content) -> Blocks:
    titles = [cut(row["title"], LINE_LETTERS) for row in content["provisions"]]
    if not titles:
        return ()
    blocks: Blocks = (Bullets(tuple((say(title),) for title in titles[:PROVISIONS])),)
    return (Part("Dit krijgt elk kind", (*blocks, *others(titles[PROVISIONS:], content)), id="elk-kind"),)


def more(content: Content, fmt: Format) -> Blocks:
    """Needs for which all that is needed is there (rulings 9), in the words of a parent."""
    needs = offered(content, fmt)
    if not needs:
        return ()
    shown = tuple(
        (
            Paragraph((Text(cut(need.label, LINE_LETTERS), bold=True),)),
            Paragraph((Text(cut(need.parent, LINE_LETTERS)),), voice=True),
        )
        for need in needs[:NEEDS]
    )
    blocks: Blocks = (Bullets(shown), *others([need.label for need in needs[NEEDS:]], content))
    return (Part("Hierbij kunnen wij extra helpen", blocks, id="extra-hulp"),)


def offered(content: Content, fmt: Format) -> list[SupportNeed]:
    """In the order of the format."""
    whole = {row["need"] for row in content["arrangements"] if not any(map(short, things(row)))}
    whole |= {row["need"] for row in content["specialisations"]["rows"]}
    return [need for need in fmt.offer.needs if need.id in whole]


def others(rest: Sequence[str], content: Content) -> Blocks:
    if not rest:
        return ()
    where = "in het schoolondersteuningsprofiel, bij de school"
    return (say(f"En nog {len(rest)} {'ander onderwerp' if len(rest) == 1 else 'andere'}: zie {where}."),)


def talk_with_us(content: Content, fmt: Format, decisions: Decisions) -> Part:
    """Where to go first is the format's own sentence; the numbers are those of the school and the steunpunt."""
    known, alliance = told(content, fmt), content["alliance"]
    first = next((part.lead for part in fmt.guide if part.kind == "text" and part.lead), "")
    blocks: list[Block] = [say(cut(first, 2 * LINE_LETTERS))] if first else []
    blocks += facts(
        (
            ("Telefoon", cut(known["phone"], 40)),
            ("E-mail", cut(known["email"], LINE_LETTERS)),
            ("Ouder- en jeugdsteunpunt", support_point(alliance)),
        )
    )
    if decisions.page and decisions.status == "adopted":
        blocks.append(Code(decisions.page, "Alles lezen:"))
    return Part("Praat met ons", tuple(blocks), id="praat-met-ons")


def support_point(alliance: dict[str, str]) -> tuple[Inline, ...]:
    """Its name, and under it how to reach it: a number to call, else a page."""
    name = cut(alliance["support_point_name"], LINE_LETTERS)
    phone, page = cut(alliance["support_point_phone"], 40), alliance["support_point_url"]
    reach: tuple[Inline, ...] = (Text(phone),) if phone else link(page) if is_web(page) else ()
    if not name:
        return reach
    return (Text(name), Break(), *reach) if reach else (Text(name),)


def is_web(text: str) -> bool:
    return (
        bool(text)
        and len(text) <= LINE_LETTERS
        and (":" not in text or text.startswith(("http://", "https://")))
    )


def sentences(text: str, letters: int) -> str:
    """Whole sentences as far as they fit; a first one that is too long is cut."""
    parts = re.split(r"(?<=[.!?…])\s+", " ".join(text.split()))
    chosen = ""
    for part in parts:
        longer = f"{chosen} {part}".strip()
        if len(longer) > letters:
            break
        chosen = longer
    return chosen or cut(parts[0], letters)


def cut(text: str, letters: int) -> str:
    """At a blank where there is one in the last half."""
    text = " ".join(text.split())
    if len(text) <= letters:
        return text
    kept = text[: letters - 1]
    at = kept.rfind(" ")
    return f"{(kept[:at] if at > letters // 2 else kept).rstrip(' ,;:')}…"
