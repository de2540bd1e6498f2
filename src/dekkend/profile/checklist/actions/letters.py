"""The letter with a link to a copy."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.kit.post import post
from dekkend.profile.base.models import Profile

from ..coverage import number_of
from ..sheet import time_for


def send_code(
    profile: Profile, person: User, code: str, *, covers: list[str], by: str, label: str = ""
) -> None:
    """Mailed after the transaction. The code stands in the letter and nowhere else.

    `label` is what stands with the answers, by name only.
    """
    letter = render_to_string(
        "checklist/asked.txt",
        {
            "person": person,
            "profile": profile,
            "link": settings.ADDRESS + reverse("anonymous_copy", args=[profile.pk, code]),
            "by": by,
            "label": label,
            "until": profile.until("checklist"),
            "time": time_for(number_of(profile.format, covers)),
            "number": number_of(profile.format, covers),
            "is_anonymous": profile.naming == Profile.Naming.ANONYMOUS,
        },
    )
    subject = f"Vul jouw checklist in voor {profile.school}"
    post(subject, letter, person.email)
