"""Another text for one paragraph: suggested by anyone of the school, taken over by somebody else."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from dekkend.audit.actions import Actor
from dekkend.audit.revisions import revise
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.actions.rows import settled
from dekkend.profile.writing.actions.tracing import for_each_paragraph, origins_from
from dekkend.profile.writing.comments.carrying import with_comments
from dekkend.profile.writing.comments.models import Comment, CommentReply
from dekkend.profile.writing.comments.texts import Text, spot_of
from dekkend.profile.writing.comments.tying import place_of
from dekkend.profile.writing.comments.weighing import Weighed, weigh
from dekkend.profile.writing.models.text import Paragraphs
from dekkend.profile.writing.origins import paragraphs, same, together

from .commenting import close, locked, note, paragraph_of, said_by

SUGGEST, SETTLE = "suggest", "settle_suggestion"
GONE = "Deze alinea staat er niet meer. Wijs het voorstel af, of zet de tekst zelf ergens neer."
OTHER = "De alinea is net veranderd. Kijk nog eens wat het voorstel nu verandert, en kies dan opnieuw."


@transaction.atomic
def suggest(
    profile: Profile, about: Text, proposal: str, *, seen: str, paragraph: str, why: str, actor: Any
) -> Comment:
    """`seen`: the paragraph as it stood before this person, which the suggestion is made on."""
    who = hold(SUGGEST, profile, actor=actor)
    if same(proposal, seen):
        raise Refused("Je voorstel is gelijk aan wat er staat. Verander iets aan de tekst.")
    at = place_of(seen, 0, about.paragraphs)
    now, position = paragraph_of(about, paragraph)
    if at is not None and not same(now, seen):
        now, position = about.paragraphs[at], at
    row = Comment.objects.create(
        profile=profile,
        spot=about.spot,
        field=about.field,
        before=seen,
        words=now or seen,
        position=position,
        text=why,
        proposal=proposal,
        **said_by(who),
    )
    note("suggest", profile, row, who)
    return row


@transaction.atomic
def accept(profile: Profile, row: Comment, about: Text, *, seen: str, actor: Any) -> None:
    """Through a save as any other, on what stands there now. `seen` is the seal of what the actor saw of it.

    The paragraph keeps its origin; the history says who suggested it. Raise Refused.
    """
    who = hold(SETTLE, profile, actor=actor, suggested_by=row.person_id, settled_by=actor.pk)
    # The text before its comments, as a save locks them.
    text = type(about.row).objects.select_for_update(of=("self",)).get(pk=about.row.pk)
    current = undecided(row)
    weighed = weigh(current, Text(about.spot, about.field, about.part, about.label, about.name, text))
    if weighed.place is None:
        raise Refused(GONE)
    if seen != weighed.seal:
        raise Refused(OTHER)
    put(profile, text, about.field, weighed, who)
    current.refresh_from_db(fields=["words", "position"])
    current.outcome = Comment.Outcome.ACCEPTED
    current.save(update_fields=["outcome"])
    close(current, who)
    note("accept_suggestion", profile, current, who, suggested_by=current.who)
    settled(profile)


def put(profile: Profile, text: Any, field: str, weighed: Weighed, who: Actor) -> None:
    parts = paragraphs(getattr(text, field))
    assert weighed.place is not None, "it was looked up"
    derive = None
    if isinstance(text, Paragraphs):
        origin = text.traced.origins[weighed.place]
        derive = origins_from(profile, who, for_each_paragraph(weighed.result, origin))
    told = together([*parts[: weighed.place], weighed.result, *parts[weighed.place + 1 :]])
    follow = with_comments(profile, derive, may_leave=False)
    revise(text, {field: told}, base=text.revision, actor=who, derive=follow)
    # All that was said of the old words is about the new ones, however different they are.
    same_place = Comment.objects.filter(profile=profile, spot=spot_of(text), field=field, words=weighed.now)
    same_place.update(words=paragraphs(weighed.result)[0], position=weighed.place)


@transaction.atomic
def decline(profile: Profile, row: Comment, why: str, *, actor: Any) -> None:
    """With a word to who suggested it."""
    who = hold(SETTLE, profile, actor=actor, suggested_by=row.person_id, settled_by=actor.pk)
    if not why.strip():
        raise Refused("Schrijf in een paar woorden waarom niet.")
    current = undecided(row)
    CommentReply.objects.create(comment=current, text=why, **said_by(who))
    current.outcome = Comment.Outcome.DECLINED
    current.save(update_fields=["outcome"])
    close(current, who)
    note("decline_suggestion", profile, current, who)


def undecided(row: Comment) -> Comment:
    current = locked(row)
    if not current.proposal or not current.is_open:
        raise Refused("Over dit voorstel is al beslist, of het is weggehaald.")
    return current
