"""The page of slips, which is shown once: after it nobody knows the codes but who has the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dekkend.profile.base.models import Profile

from ..actions import Invited
from ..coverage import number_of
from ..sheet import time_for


@dataclass(frozen=True)
class Slip:
    code: str
    link: str  # what the QR code holds
    time: str
    name: str = ""  # "" on an anonymous slip
    label: str = ""


def slips_page(
    request: HttpRequest, profile: Profile, codes: Sequence[str | Invited], *, covers: list[str] | None = None
) -> HttpResponse:
    """One slip for each code or invitation."""
    context = {
        "profile": profile,
        "slips": [slip_of(request, profile, code, covers or []) for code in codes],
        "door": request.build_absolute_uri(reverse("code")).split("://", 1)[1].rstrip("/"),
        "is_anonymous": profile.naming == Profile.Naming.ANONYMOUS,
    }
    return render(request, "checklist/slips.html", context)


def slip_of(request: HttpRequest, profile: Profile, made: str | Invited, covers: list[str]) -> Slip:
    code = made if isinstance(made, str) else made.code
    link = request.build_absolute_uri(reverse("anonymous_copy", args=[profile.pk, code]))
    if isinstance(made, str):
        return Slip(code, link, time_for(number_of(profile.format, covers)))
    copy = made.copy
    label = "" if copy.label == made.name else copy.label
    return Slip(code, link, time_for(number_of(profile.format, copy.covers)), made.name, label)
