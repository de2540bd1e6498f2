from __future__ import annotations

import logging
from typing import Any

from django.db.models import Q
from django.http import Http404

from dekkend.documents.look import Look
from dekkend.documents.tree import Base, Logo
from dekkend.kit import shelf
from dekkend.region.models import Board, HouseStyle, School
from dekkend.region.queries import keys

Owner = School | Board

log = logging.getLogger(__name__)


def owner_of(user: Any, scope: str, owner: int) -> Owner:
    """For `page(…, load=owner_of)`: the school or the board, or 404 for who has no role there."""
    found: Owner | None = None
    if scope == "school":
        found = (
            School.objects.visible_to(user)
            .select_related("board", "alliance", "area")
            .with_pupils()
            .filter(pk=owner)
            .first()
        )
    elif scope == "bestuur" and owner in keys(user, "board"):
        found = Board.objects.select_related("alliance").filter(pk=owner).first()
    if found is None:
        raise Http404
    return found


def of(owner: Owner) -> dict[str, Owner]:
    return {"school" if isinstance(owner, School) else "board": owner}


def draft_of(owner: Owner) -> HouseStyle | None:
    return HouseStyle.objects.filter(number=None, **of(owner)).first()


def versions_of(owner: Owner) -> list[HouseStyle]:
    """Newest first."""
    return list(HouseStyle.objects.filter(number__isnull=False, **of(owner)).order_by("-number"))


def style_of(owner: Owner) -> HouseStyle | None:
    """What holds here: the school's own, else its board's, else None. One query."""
    mine = Q(board=owner.pk) if isinstance(owner, Board) else Q(school=owner.pk) | Q(board=owner.board_id)
    newest: dict[bool, HouseStyle] = {}
    for style in HouseStyle.objects.filter(mine, number__isnull=False).order_by("number"):
        newest[style.school_id is not None] = style
    for is_own in (True, False):
        if is_own in newest and not newest[is_own].is_standard:
            return newest[is_own]
    return None


def look_of(owner: Owner) -> Look:
    """How its papers look now. One query; the samenwerkingsverband comes with the owner."""
    return look(style_of(owner), owner)


def look(style: HouseStyle | None, owner: Owner) -> Look:
    """Without a style: the colour of the samenwerkingsverband. A file that is gone from the disk is said in the log."""
    if style is None:
        return Look(accent=owner.alliance.accent)
    return Look(style.accent, style.second, logo(style, owner), base(style))


def logo(style: HouseStyle, owner: Owner) -> Logo | None:
    png = kept(style, "logo")
    if not png:
        return None
    name = owner if style.school_id else owner.board if isinstance(owner, School) else owner
    return Logo(png, style.logo_width, style.logo_height, f"Logo van {name}")


def base(style: HouseStyle) -> Base | None:
    docx = kept(style, "base")
    return Base(style.base, docx) if docx else None


def kept(style: HouseStyle, name: str) -> bytes:
    """Of its logo or its Word file; nothing when it has none, or when it is gone."""
    sha = getattr(style, name)
    try:
        return shelf.get(HouseStyle.FOLDER, sha[:32]) if sha else b""
    except OSError:
        log.exception("the %s of style %s is not on the shelf", name, style.pk)
        return b""
