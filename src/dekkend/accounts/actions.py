"""Inviting somebody, and coming in by invitation."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from dekkend.audit.actions import Actor, record
from dekkend.kit.post import post

from .models import Invitation, User

GOOD_FOR = timedelta(days=30)
SALT = "dekkend.invitation"


def token_of(invitation: Invitation) -> str:
    return signing.dumps(invitation.pk, salt=SALT)


def invitation_of(token: str) -> Invitation | None:
    """The invitation behind a link, or None when it is wrong, used or older than thirty days.

    Nobody with a password is invited; who chose one since by another way has no need of it either, and a letter in an
    old mailbox must not give that password away.
    """
    try:
        key = signing.loads(token, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    found = (
        Invitation.objects.select_related("user")
        .filter(pk=key, accepted_at=None, user__is_active=True)
        .first()
    )
    return found if found and not found.user.has_usable_password() else None


@transaction.atomic
def invite(user: User, *, actor: Actor, place: str, what: str) -> Invitation:
    """Mail a link to choose a password. `what` says for what, in Dutch: "intern begeleider van De Leesplank"."""
    invitation = Invitation.objects.create(user=user, invited_by=actor.name)
    record("invite", actor=actor, place=place, subject=f"user/{user.pk}", data={"what": what})
    link = settings.ADDRESS + reverse("accept_invitation", args=[token_of(invitation)])
    letter = render_to_string(
        "accounts/invitation.txt", {"user": user, "what": what, "link": link, "by": actor.name}
    )
    post("Uitnodiging voor Dekkend", letter, user.email)
    return invitation


@transaction.atomic
def accept(invitation: Invitation, *, name: str, password: str) -> User | None:
    """The person sets name and password; the link is used up. None when somebody else was first."""
    user = User.objects.select_for_update().get(pk=invitation.user_id)
    if user.has_usable_password():
        return None
    user.name = name
    user.set_password(password)
    user.save(update_fields=["name", "password"])
    Invitation.objects.filter(user=user, accepted_at=None).update(accepted_at=timezone.now())
    actor = Actor(user=user, name=user.name, role="")
    record("accept_invitation", actor=actor, place=f"user/{user.pk}")
    return user
