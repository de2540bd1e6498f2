"""What phones do in a talk, and which spread of their answers may be shown.

Nothing here writes an event: an event of one vote would tell who was how quick.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from dekkend.audit.actions import Actor
from dekkend.process.engine import Refused
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.coverage import FEWEST
from dekkend.profile.checklist.sheet import value_of
from dekkend.profile.dialogue.queries import is_anonymous

from ..models import Phone, Showing, Talk, Vote

MOST = 250  # phones in one talk; a whole team is far below it
OVER = "Dit gesprek is voorbij."
LATE = "Dit punt is al gesloten. Je antwoord telt hier niet meer mee."
WRONG = "Kies een van de antwoorden op het scherm."
FULL = "Er doen al te veel telefoons mee aan dit gesprek."


def phone_key(key: str) -> str:
    return salted_hmac("dekkend.phone", key, algorithm="sha256").hexdigest()[:40]


def locked(talk: Talk) -> Talk:
    """One at a time: two votes at once would each decide on half of the spread. Raise Refused."""
    fresh = Talk.objects.select_for_update(of=("self",)).select_related("profile__round").get(pk=talk.pk)
    if fresh.state != Talk.State.RUNNING:
        raise Refused(OVER)
    return fresh


def phone_of(talk: Talk, key: str) -> Phone:
    known = phone_key(key)
    phone = Phone.objects.filter(talk=talk, key=known).first()
    if phone is None:
        if talk.phones.count() >= MOST:
            raise Refused(FULL)
        phone = Phone.objects.create(talk=talk, key=known)
        Talk.objects.filter(pk=talk.pk).update(stir=F("stir") + 1)
    return phone


@transaction.atomic
def join(talk: Talk, key: str) -> Phone:
    return phone_of(locked(talk), key)


@transaction.atomic
def vote(talk: Talk, key: str, item: str, value: str) -> Vote:
    """Answer, or change the answer, to an item that was on the board and is still open. Raise Refused."""
    talk = locked(talk)
    if value_of(talk.profile.format, value) is None:
        raise Refused(WRONG)
    showing = Showing.objects.filter(talk=talk, item=item).first()
    if showing is None or not showing.is_open:
        raise Refused(LATE)
    phone = phone_of(talk, key)
    made, _ = Vote.objects.update_or_create(phone=phone, item=item, defaults={"value": value})
    count(talk, showing)
    return made


def count(talk: Talk, showing: Showing) -> None:
    """Bring what the board shows of this item up to date, where that tells nothing about one phone."""
    votes = Vote.objects.filter(phone__talk=talk, item=showing.item)
    now = Counter(votes.values_list("value", flat=True))
    showing.answered = now.total()
    waiting = talk.phones.count() - showing.answered if showing.is_open else 0
    if may_show(now, showing.earlier, waiting=waiting, anonymous=is_anonymous(talk.profile)):
        showing.spread = dict(now)
        showing.earlier = [*showing.earlier, dict(now)] if is_anonymous(talk.profile) else []
    showing.save(update_fields=["answered", "spread", "earlier"])
    Talk.objects.filter(pk=talk.pk).update(stir=F("stir") + 1)


def may_show(
    now: Mapping[str, int], earlier: Iterable[Mapping[str, int]], *, waiting: int, anonymous: bool
) -> bool:
    """Three answers at least. Anonymous: three apart from every spread that was shown before, and one or two
    phones that still have to answer are waited for, so that their answers do not stay behind.
    """
    if sum(now.values()) < FEWEST:
        return False
    if not anonymous:
        return True
    return not 0 < waiting < FEWEST and all(apart(now, then) >= FEWEST for then in earlier)


def apart(now: Mapping[str, int], then: Mapping[str, int]) -> int:
    """The smallest number of answers that can turn one spread into the other."""
    more, fewer = Counter(now), Counter(then)
    return max((more - fewer).total(), (fewer - more).total())


def wipe(profile: Profile, *, made: Talk, actor: Actor) -> None:
    """When a talk is closed: what is left is per item the spread that was shown. No phone, no vote."""
    made.phones.all().delete()
    made.showings.update(earlier=[], is_open=False)
