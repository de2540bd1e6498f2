from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from dekkend.adoption import actions
from dekkend.adoption.forms import AdoptForm, ReasonForm, ReplyForm, TalkForm
from dekkend.adoption.queries import advice_of, reply_of, version_of
from dekkend.adoption.reading import reading_page
from dekkend.process.engine import Refused, blockers
from dekkend.process.gate import page
from dekkend.profile.models import Version

from .common import only_sealed, to_version
from .sure import Question, ask, is_sure, wants_again

SEND = Question(
    "Klopt deze reactie?",
    "De MR en de directeur krijgen bericht en lezen deze reactie. Daarna kan niemand haar nog veranderen.",
    "Geef de reactie",
)
DECIDE = Question(
    "Stel je het profiel zo vast?",
    "Hierna verandert er niets meer aan deze versie. De papieren worden gemaakt; de directeur kan publiceren.",
    "Stel het profiel vast",
)


@page("reply", load=version_of)
@only_sealed
def reply(request: HttpRequest, version: Version) -> HttpResponse:
    must(version, "reply")
    form = ReplyForm(request.POST, advice=advice_of(version))
    if not form.is_valid() or wants_again(request):
        return reading_page(request, version, bound={"reply": form}, status=200 if form.is_valid() else 422)
    if not is_sure(request):
        return ask(request, version, form, SEND)
    text, departs = form.cleaned_data["text"], form.is_departing
    actions.reply(version.profile, actor=request.user, text=text, departs=departs, read=version.number)
    messages.success(request, "De reactie is gegeven. De MR heeft bericht.")
    return to_version(version)


@page("record_talk", load=version_of)
@only_sealed
def talk(request: HttpRequest, version: Version) -> HttpResponse:
    form = TalkForm(request.POST)
    if not form.is_valid():
        return reading_page(request, version, bound={"record_talk": form}, status=422)
    actions.record_talk(version.profile, actor=request.user, **form.cleaned_data)
    messages.success(request, "Het gesprek is vastgelegd. Je kunt nu besluiten.")
    return to_version(version)


@page("adopt", load=version_of)
@only_sealed
def adopt(request: HttpRequest, version: Version) -> HttpResponse:
    must(version, "adopt")
    form = AdoptForm(request.POST, profile=version.profile, reply=reply_of(version))
    if not form.is_valid() or wants_again(request):
        return reading_page(request, version, bound={"adopt": form}, status=200 if form.is_valid() else 422)
    if not is_sure(request):
        return ask(request, version, form, DECIDE)
    actions.adopt(version.profile, actor=request.user, read=version.number, **form.cleaned_data)
    messages.success(request, "Het profiel is vastgesteld. De directeur heeft bericht en kan het publiceren.")
    return to_version(version)


@page("return", load=version_of)
@only_sealed
def return_profile(request: HttpRequest, version: Version) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return reading_page(request, version, bound={"return": form}, status=422)
    actions.return_profile(version.profile, actor=request.user, read=version.number, **form.cleaned_data)
    messages.success(request, "Het profiel is teruggegeven. De directeur heeft bericht en leest de reden.")
    return to_version(version)


def must(version: Version, act: str) -> None:
    """What stands in the way is said before anything is asked."""
    for sentence in blockers(act, version.profile):
        raise Refused(sentence)
