from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import Actor, record
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.comments.models import Comment, CommentReply
from dekkend.profile.writing.comments.texts import Text
from dekkend.profile.writing.comments.tying import mark_of

ACT, CLOSE = "comment", "close_comment"
CLOSED = "Deze opmerking is al gesloten. Open haar eerst weer."


@transaction.atomic
def comment(profile: Profile, about: Text, words: str, *, paragraph: str = "", actor: Any) -> Comment:
    """`paragraph`: "place.mark" of the one it is about, as it was seen; "" for the whole text."""
    who = hold(ACT, profile, actor=actor)
    part, position = paragraph_of(about, paragraph)
    row = Comment.objects.create(
        profile=profile,
        spot=about.spot,
        field=about.field,
        before=part,
        words=part,
        position=position,
        text=words,
        **said_by(who),
    )
    note("comment", profile, row, who)
    return row


def paragraph_of(about: Text, asked: str) -> tuple[str, int]:
    """The paragraph that was seen, or what stands in its place by now: it was just edited."""
    place, _, mark = asked.partition(".")
    standing = about.paragraphs
    if not place.isdigit() or not standing:
        return "", 0
    at = int(place)
    same = [each for each in range(len(standing)) if mark_of(standing[each]) == mark]
    if same:
        at = min(same, key=lambda each: abs(each - at))
    return (standing[at], at) if at < len(standing) else ("", 0)


@transaction.atomic
def reply(profile: Profile, row: Comment, words: str, *, actor: Any) -> CommentReply:
    who = hold(ACT, profile, actor=actor)
    if not locked(row).is_open:
        raise Refused(CLOSED)
    answer = CommentReply.objects.create(comment=row, text=words, **said_by(who))
    note("reply_to_comment", profile, row, who)
    return answer


@transaction.atomic
def resolve(profile: Profile, row: Comment, *, actor: Any) -> None:
    """A second press changes nothing."""
    who = hold(CLOSE, profile, actor=actor)
    current = locked(row)
    if current.is_open and current.is_suggestion:
        raise Refused("Dit is een voorstel. Neem het over, of wijs het af.")
    if current.is_open:
        close(current, who)
        note("close_comment", profile, current, who)


@transaction.atomic
def reopen(profile: Profile, row: Comment, *, actor: Any) -> None:
    """A suggestion on which was decided stays closed."""
    who = hold(CLOSE, profile, actor=actor)
    current = locked(row)
    if current.outcome:
        raise Refused("Over dit voorstel is al beslist. Doe een nieuw voorstel.")
    if not current.is_open:
        current.closed_at, current.closed_by = None, ""
        current.save(update_fields=["closed_at", "closed_by"])
        note("reopen_comment", profile, current, who)


@transaction.atomic
def take_back(profile: Profile, said: Comment | CommentReply, *, actor: Any) -> None:
    """One's own words, for good. A comment that was answered keeps its place, so that the answers can be read."""
    who = hold(ACT, profile, actor=actor)
    root = said.comment if isinstance(said, CommentReply) else said
    current = locked(root)
    if said.person_id != who.user.pk:
        raise Refused("Alleen wie dit schreef, haalt het weg.")
    if current.outcome:
        raise Refused("Over dit voorstel is al beslist. Het blijft erbij staan.")
    note("take_back_comment", profile, current, who)
    if isinstance(said, Comment) and said.replies.exists():
        current.text = current.proposal = ""
        current.save(update_fields=["text", "proposal"])
    else:
        said.delete()


def locked(row: Comment) -> Comment:
    found = Comment.objects.select_for_update(of=("self",)).filter(pk=row.pk).first()
    if found is None:
        raise Refused("Deze opmerking is net weggehaald.")
    return found


def close(row: Comment, who: Actor) -> None:
    row.closed_at, row.closed_by = timezone.now(), who.name
    row.save(update_fields=["closed_at", "closed_by"])


def said_by(who: Actor) -> dict[str, Any]:
    return {"person": who.user, "who": who.name, "role": who.role, "at": timezone.now()}


def note(act: str, profile: Profile, row: Comment, who: Actor, **more: str) -> None:
    record(act, actor=who, place=profile.place, subject=row.subject, data={"spot": row.spot, **more})
