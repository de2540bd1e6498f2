from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from dekkend.process.engine import Refused
from dekkend.profile.models import Version

View = Callable[[HttpRequest, Version], HttpResponse]


def to_version(version: Version) -> HttpResponse:
    return redirect("version", version.profile_id, version.number)


def only_sealed(view: View) -> View:
    """Steps are sent by a form on the page of the version, and are about the version that is sealed now."""

    @wraps(view)
    def inner(request: HttpRequest, version: Version) -> HttpResponse:
        if request.method != "POST":
            return to_version(version)
        if version.pk != version.profile.sealed_id:
            raise Refused("Intussen is een nieuwe versie ingediend. Lees die eerst.")
        return view(request, version)

    return inner
