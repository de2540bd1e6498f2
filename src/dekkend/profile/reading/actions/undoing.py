"""Taking one passage back, or all that one press took over: their paragraphs go, and what stands around them stays."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import transaction

from dekkend.audit.actions import Actor, record
from dekkend.audit.revisions import Derive, revise
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.reading.models import OldPassage
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.actions.rows import settled
from dekkend.profile.writing.actions.tracing import origins_from
from dekkend.profile.writing.brought import without
from dekkend.profile.writing.models import Arrangement, Boundary
from dekkend.profile.writing.models.text import Paragraphs
from dekkend.profile.writing.origins import paragraphs, plainly

from .keeping import ACT, State, passage_held, told

CHANGED = "Dit stuk is daarna veranderd. Haal het zelf uit de tekst, in het deel waar het staat."
ALL_CHANGED = (
    "Wat hier is overgenomen, is daarna veranderd. Haal het zelf uit de tekst, in het deel waar het staat."
)


@transaction.atomic
def undo(passage: OldPassage, *, profile: Profile, actor: Any) -> None:
    """Raise Refused when somebody changed it meanwhile."""
    who = hold(ACT, profile, actor=actor, alone=True)
    current = passage_held(passage, profile)
    if current.state == State.TAKEN:
        take_back(current, profile, who, actor)
        settled(profile)


@transaction.atomic
def undo_all(press: str, *, profile: Profile, actor: Any) -> int:
    """All that this press took over and that still stands as it was taken. How many were changed since, and stay.

    A second press changes nothing. Raise Refused when every one of them was changed.
    """
    who = hold(ACT, profile, actor=actor, alone=True)
    passages = profile.reading.passages.select_for_update(of=("self",)).filter(state=State.TAKEN)
    taken = [each for each in passages if press and each.made.get("press") == press]
    stay = 0
    # The last first: what was begun for the first is empty again when its turn comes.
    for passage in reversed(taken):
        try:
            with transaction.atomic():
                take_back(passage, profile, who, actor)
        except Refused:
            stay += 1
    if taken and stay == len(taken):
        raise Refused(ALL_CHANGED)
    settled(profile)
    return stay


def take_back(current: OldPassage, profile: Profile, who: Actor, actor: Any) -> None:
    made = current.made
    row = row_of(made["model"], made["pk"], profile)
    if "revision" in made:
        take_away(row, made["revision"], profile, actor)
    elif made["added"] and row is not None:
        cut(row, made["field"], current.text, profile, who)
    if begun := made.get("begun"):
        model, key = begun
        if not take_begun(row_of(model, key, profile), profile, actor):
            hand_on(begun, current)
    current.state, current.made = State.OPEN, {}
    current.save(update_fields=["state", "made"])
    record("undo_old", actor=who, place=profile.place, data=told(current))


def row_of(model: str, key: int, profile: Profile) -> Any:
    """None when it is gone: then there is nothing to take back."""
    kind = apps.get_model("profile", model)
    own = {"arrangement__profile": profile} if model == "columntext" else {"profile": profile}
    return kind.objects.filter(pk=key, **own).first()


def take_away(row: Any, revision: int, profile: Profile, actor: Any) -> None:
    if row is None:
        return
    if row.revision != revision:
        raise Refused(CHANGED)
    writing.remove(row, profile=profile, actor=actor)


def cut(row: Any, field: str, words: str, profile: Profile, who: Actor) -> None:
    current = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    parts, gone = paragraphs(getattr(current, field)), [plainly(part) for part in paragraphs(words)]
    plain = [plainly(part) for part in parts]
    starts = [at for at in range(len(parts)) if plain[at : at + len(gone)] == gone]
    if not starts:
        raise Refused(CHANGED)
    at = starts[-1]
    text = "\n\n".join([*parts[:at], *parts[at + len(gone) :]])
    derive = origins_from(profile, who) if isinstance(current, Paragraphs) else forgotten(words)
    revise(current, {field: text}, base=current.revision, actor=who, derive=derive)


def forgotten(words: str) -> Derive:
    return lambda row: {"stood": without(row.stood, words)}


def take_begun(row: Any, profile: Profile, actor: Any) -> bool:
    """The arrangement or boundary that was begun for it goes too, when nothing else stands in it. False: it stays."""
    if isinstance(row, Arrangement):
        is_empty = not row.things.exists() and not any(each.text.strip() for each in row.column_texts.all())
        is_empty = is_empty and not row.title and not row.target
    elif isinstance(row, Boundary):
        is_empty = not any(each.strip() for each in (row.own, row.still, row.then))
    else:
        return True
    if is_empty:
        writing.remove(row, profile=profile, actor=actor)
    return is_empty


def hand_on(begun: list[Any], current: OldPassage) -> None:
    """What was begun for this passage holds others by now: it goes with the last of those."""
    others = current.reading.passages.filter(state=State.TAKEN).exclude(pk=current.pk)
    for other in others:
        if other.made.get("in") == begun:
            other.made["begun"] = begun
            other.save(update_fields=["made"])
            return
