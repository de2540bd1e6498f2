"""The first drafts that wait, after each other on one page: read, and approved in one press."""

from __future__ import annotations

from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.writing import actions
from dekkend.profile.writing.parts import count
from dekkend.profile.writing.queries import with_rows
from dekkend.profile.writing.unread import unread_drafts


@page("write", load=profile_of)
def unread(request: HttpRequest, profile: Profile) -> HttpResponse:
    """`seen` names every paragraph that stood on the page, so that an approval is about just that."""
    if request.method == "POST":
        done = actions.accept_drafts(profile, frozenset(request.POST.getlist("seen")), actor=request.user)
        told = "telt" if done == 1 else "tellen"
        messages.success(request, f"Goed. {count(done, 'tekst', 'teksten')} {told} nu als nagekeken.")
        return redirect("unread", profile.pk)
    drafts = unread_drafts(with_rows(profile))
    groups = [
        (section, row, list(found))
        for (section, row), found in groupby(drafts, key=lambda each: (each.section, each.row))
    ]
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="profile"),
        "drafts": drafts,
        "groups": groups,
        "can_submit": may("see_missing", request.user, profile),
    }
    return render(request, "writing/unread.html", context)
