from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.region.models import Alliance
from dekkend.region.views import alliance_of

from . import actions
from .forms import AskSupportForm, GiveForm
from .models import Support
from .queries import advisers_of, requests_to, running, support_of


@page("ask_support", load=profile_of)
def ask(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The school asks, in words and with days that suit."""
    form = AskSupportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.ask(profile, question=form.cleaned_data["question"], wished=form.wished, actor=request.user)
        messages.success(request, "Jullie vraag staat bij het samenwerkingsverband.")
        return redirect("dialogue", profile.pk)
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="dialogue"),
        "form": form,
        "support": running(profile),
    }
    return render(request, "support/ask.html", context, status=422 if form.errors else 200)


@page("withdraw_support", load=profile_of)
@require_POST
def withdraw(request: HttpRequest, profile: Profile) -> HttpResponse:
    actions.withdraw(profile, actor=request.user)
    messages.success(request, "De vraag is ingetrokken. De begeleider ziet niets meer van jullie school.")
    return redirect("dialogue", profile.pk)


def show(request: HttpRequest, alliance: Alliance, *, status: int = 200, **more: Any) -> HttpResponse:
    request.alliance = alliance  # type: ignore[attr-defined]  # for its name and colour in the shell
    advisers = advisers_of(alliance)
    requests = list(requests_to(alliance))
    context = {
        "alliance": alliance,
        "asked": [each for each in requests if each.is_asked],
        "given": [each for each in requests if each.is_given],
        "closed": [each for each in requests if not each.is_asked and not each.is_given],
        "advisers": list(advisers),
        "may_give": may("give_support", request.user, alliance),
        "may_take": may("take_support", request.user, alliance),
        **more,
    }
    return render(request, "support/list.html", context, status=status)


@page("see_support", load=alliance_of)
def supports(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """Which schools ask for help, and who helps whom."""
    return show(request, alliance)


@page("give_support", load=support_of)
@require_POST
def give(request: HttpRequest, support: Support) -> HttpResponse:
    alliance = support.profile.school.alliance
    form = GiveForm(request.POST, advisers=advisers_of(alliance))
    if not form.is_valid():
        wrong = " ".join(map(str, form.errors["adviser"]))
        return show(request, alliance, status=422, wrong=wrong, wrong_at=support.pk)
    actions.give(support, form.cleaned_data["adviser"], actor=request.user)
    messages.success(
        request, f"{form.cleaned_data['adviser']} helpt {support.profile.school} en heeft bericht."
    )
    return redirect("supports", alliance.slug)


@page("take_support", load=support_of)
@require_POST
def take(request: HttpRequest, support: Support) -> HttpResponse:
    actions.take(support, actor=request.user)
    messages.success(request, f"Je bent nu te gast bij {support.profile.school}. De school heeft bericht.")
    return redirect("dialogue", support.profile_id)


@page("close_support", load=support_of)
@require_POST
def close(request: HttpRequest, support: Support) -> HttpResponse:
    actions.close(support, actor=request.user)
    messages.success(request, f"De hulp aan {support.profile.school} is afgesloten.")
    return redirect("supports", support.profile.school.alliance.slug)
