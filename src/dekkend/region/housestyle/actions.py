"""A draft is laid down, looked at, and taken into use as the next version."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import Actor, record
from dekkend.documents.to_docx.own import Own
from dekkend.documents.tree import Document
from dekkend.kit import shelf
from dekkend.kit.uploads.logo import Drawn
from dekkend.process.engine import Refused, check
from dekkend.region.models import HouseStyle

from .queries import Owner, draft_of, of, style_of

ACT = "manage_house_style"
Colours = dict[str, str]
BASE = ("base", "base_name", "base_told")


@transaction.atomic
def lay(
    owner: Owner,
    *,
    actor: Any,
    colours: Colours,
    logo: Drawn | None = None,
    without_logo: bool = False,
    base: tuple[str, Own] | None = None,
    without_base: bool = False,
) -> HouseStyle:
    """Change the draft of this place, or begin one from what holds now. Only its makers see it, so no event."""
    who = check(ACT, owner, actor=actor)
    locked(owner)
    draft = draft_of(owner) or begun(owner)
    for name, value in colours.items():
        setattr(draft, name, value)
    if logo is not None:
        draft.logo, draft.logo_width, draft.logo_height = stored(logo.png), logo.width, logo.height
    elif without_logo:
        draft.logo, draft.logo_width, draft.logo_height = "", 0, 0
    if base is not None:
        draft.base_name, own = base
        draft.base, draft.base_told = stored(own.docx), own.told
    elif without_base:
        bare(draft)
    draft.made_by = named(who)
    draft.save()
    return draft


def begun(owner: Owner) -> HouseStyle:
    now = style_of(owner)
    # logo and Word file of the board are the board's: a school that makes its own begins without
    own = now if now is not None and of(now.owner) == of(owner) else None
    draft = HouseStyle(**of(owner), accent=owner.alliance.accent, second=Document.second)
    if now is not None:
        draft.accent, draft.second = now.accent, now.second
    if own is not None:
        for name in ("logo", "logo_width", "logo_height", *BASE):
            setattr(draft, name, getattr(own, name))
    return draft


def stored(data: bytes) -> str:
    """Put it on the shelf under its own hash: the same picture is one file, and nothing is written over."""
    digest = sha256(data).hexdigest()
    path = shelf.path_of(HouseStyle.FOLDER, digest[:32])
    if not path.exists():
        shelf.write(path, data)
    return digest


@transaction.atomic
def take(owner: Owner, *, actor: Any) -> HouseStyle:
    """The draft becomes the next version; from now on papers are made with it. Raise Refused without a draft."""
    who = check(ACT, owner, actor=actor)
    locked(owner)
    draft = HouseStyle.objects.select_for_update(of=("self",)).filter(number=None, **of(owner)).first()
    if draft is None:
        raise Refused("Er is geen voorbeeld meer om te bewaren. Kies eerst een logo en kleuren.")
    return numbered(draft, owner, who)


@transaction.atomic
def give_up(owner: Owner, *, actor: Any) -> None:
    """The draft goes; what holds stays."""
    check(ACT, owner, actor=actor)
    HouseStyle.objects.filter(number=None, **of(owner)).delete()


@transaction.atomic
def end(owner: Owner, *, actor: Any) -> HouseStyle | None:
    """No style of one's own from here on. None when there is none to end."""
    who = check(ACT, owner, actor=actor)
    locked(owner)
    last = latest_of(owner)
    if last is None or last.is_standard:
        return None
    standard = HouseStyle(**of(owner), is_standard=True, accent=owner.alliance.accent, second=Document.second)
    return numbered(standard, owner, who)


@transaction.atomic
def drop_base(owner: Owner, *, actor: Any) -> HouseStyle | None:
    """The next version is what holds here without its Word file; None when it has none.

    A draft that was begun with the same file goes on without it.
    """
    who = check(ACT, owner, actor=actor)
    locked(owner)
    draft, last = draft_of(owner), latest_of(owner)
    if last is None or not last.base:
        return None
    if draft is not None and draft.base == last.base:
        bare(draft).save()
    last.pk, last._state.adding = None, True
    return numbered(bare(last), owner, who)


def bare(style: HouseStyle) -> HouseStyle:
    style.base, style.base_name, style.base_told = "", "", {}
    return style


def latest_of(owner: Owner) -> HouseStyle | None:
    return HouseStyle.objects.filter(number__isnull=False, **of(owner)).order_by("-number").first()


def locked(owner: Owner) -> None:
    """Two who do this at once do it after each other: one draft, and two numbers."""
    type(owner)._default_manager.select_for_update(of=("self",)).get(pk=owner.pk)


def numbered(style: HouseStyle, owner: Owner, who: Actor) -> HouseStyle:
    style.number = HouseStyle.objects.filter(number__isnull=False, **of(owner)).count() + 1
    style.made_at, style.made_by = timezone.now(), named(who)
    style.save()
    told = {
        "number": style.number,
        "standard": style.is_standard,
        "accent": style.accent,
        "second": style.second,
        "logo": style.logo,
        "base": style.base,
    }
    record(ACT, actor=who, place=owner.place, subject=f"housestyle/{style.pk}", data=told)
    return style


def named(who: Actor) -> str:
    return f"{who.name}, {who.role}"[:200]
