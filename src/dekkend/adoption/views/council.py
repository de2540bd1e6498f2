from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from dekkend.adoption import actions
from dekkend.adoption.forms import AdviceForm, AskForm
from dekkend.adoption.queries import version_of
from dekkend.adoption.reading import reading_page
from dekkend.process.gate import page
from dekkend.profile.base.road import day
from dekkend.profile.models import Version

from .common import only_sealed, to_version
from .sure import Question, ask, is_sure, wants_again

GIVE = Question(
    "Klopt dit advies?",
    "Het bestuur en de directeur krijgen bericht en lezen dit advies. Daarna kan niemand het nog veranderen.",
    "Geef het advies",
)


@page("ask_advice", load=version_of)
@only_sealed
def ask_advice(request: HttpRequest, version: Version) -> HttpResponse:
    form = AskForm(request.POST, profile=version.profile)
    if not form.is_valid():
        return reading_page(request, version, bound={"ask_advice": form}, status=422)
    asked = actions.ask_advice(version.profile, actor=request.user, **form.cleaned_data)
    messages.success(request, f"De MR is om advies gevraagd, uiterlijk op {day(asked.term_ends)}.")
    return to_version(version)


@page("remind_council", load=version_of)
@only_sealed
def reminder(request: HttpRequest, version: Version) -> HttpResponse:
    actions.remind_council(version.profile, actor=request.user)
    messages.success(request, "De MR is herinnerd aan het advies.")
    return to_version(version)


@page("advise", load=version_of)
@only_sealed
def advise(request: HttpRequest, version: Version) -> HttpResponse:
    """First checked, then given: an advice cannot be changed."""
    form = AdviceForm(request.POST)
    if not form.is_valid() or wants_again(request):
        return reading_page(request, version, bound={"advise": form}, status=200 if form.is_valid() else 422)
    if not is_sure(request):
        return ask(request, version, form, GIVE)
    actions.advise(version.profile, actor=request.user, read=version.number, **form.cleaned_data)
    messages.success(
        request, "Het advies is gegeven. Het bestuur antwoordt schriftelijk; u krijgt daar bericht van."
    )
    return to_version(version)


@page("record_no_advice", load=version_of)
@only_sealed
def no_advice(request: HttpRequest, version: Version) -> HttpResponse:
    actions.record_no_advice(version.profile, actor=request.user)
    messages.success(request, "Vastgelegd: er kwam geen advies binnen de termijn.")
    return to_version(version)
