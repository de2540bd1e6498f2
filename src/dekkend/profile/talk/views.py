from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from dekkend.documents import papers as forms_of_paper
from dekkend.documents.look import dressed
from dekkend.documents.tree import Document
from dekkend.process.engine import Refused, closed_because, may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.checklist.queries import turnout_of
from dekkend.region.housestyle.queries import look_of

from .actions import agenda as actions
from .actions.closing import close_talk
from .changing import changed
from .forms import CloseForm, MinutesForm, PrepareForm
from .models import Talk
from .page import Agenda, agenda_page
from .papers import agenda_sheet, paper_of
from .queries import closed_talks, current_talk, talk_of

FORMS = ("pdf", "docx", "odt")
FIRST = (
    "Een collega heeft de agenda intussen gemaakt of veranderd. Hieronder staat hij. "
    "Wil je toch een nieuwe, druk dan nog eens."
)
MEANWHILE = (
    "Een collega heeft de agenda intussen veranderd. Hieronder staat hoe hij nu is; jouw wijziging is niet bewaard. "
    "Doe haar opnieuw als dat nog nodig is. Jouw minuten waren: {}."
)


def around(request: HttpRequest, profile: Profile) -> dict[str, Any]:
    return {
        "profile": profile,
        "road": road_of(profile, request.user, at="dialogue"),
        "may_prepare": may("prepare_talk", request.user, profile),
        "may_direct": may("see_control", request.user, profile),
        "closed": "" if profile.is_open else closed_because(profile),
        "files": [(form, forms_of_paper.FORMS[form].name) for form in FORMS],
    }


def show(
    request: HttpRequest,
    profile: Profile,
    *,
    form: Any = None,
    sent: MinutesForm | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    """`form`, `sent`: what was typed and is not right yet."""
    now = current_talk(profile)
    context = around(request, profile) | {"talk": now, "fault": fault, "earlier": closed_talks(profile)}
    if now:
        context |= agenda_page(Agenda(profile, now, sent))
        start = {"minutes": now.minutes, "people": now.people, "on": now.on}
    else:
        start = {"minutes": 60, "people": max(2, turnout_of(profile).asked or 10)}
    context["form"] = form or PrepareForm(initial=start)
    context["extra"] = request.POST.get("extra", "")
    return render(request, "talk/agenda.html", context, status=status)


@page("see_dialogue", load=profile_of)
def talk(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The talk that is prepared or runs, with its agenda; or the form to prepare one."""
    return show(request, profile)


@page("prepare_talk", load=profile_of)
@require_POST
def prepare(request: HttpRequest, profile: Profile) -> HttpResponse:
    """One press: an agenda for the minutes and people there are."""
    sent = request.POST.copy()
    if "people" not in sent:
        sent["people"] = str(max(2, turnout_of(profile).asked or 10))
    form = PrepareForm(sent)
    if not form.is_valid():
        return show(request, profile, form=form, status=422)
    try:
        actions.prepare(profile, actor=request.user, seen=request.POST.get("seen"), **form.cleaned_data)
    except actions.Changed:
        form.add_error(None, FIRST)
        return show(request, profile, form=form, status=409)
    return redirect("talk", profile.pk)


@page("prepare_talk", load=profile_of)
@require_POST
def change(request: HttpRequest, profile: Profile) -> HttpResponse:
    """One button of the agenda: up, down, remove, add, or only the minutes."""
    now = current_or_refused(profile)
    rows = [(row.item, row.minutes) for row in now.agenda.all()]
    form = MinutesForm(request.POST, items=[item for item, _ in rows])
    if not form.is_valid():
        return show(request, profile, sent=form, fault=form.fault, status=422)
    command, wanted = request.POST.get("do", ""), request.POST.get("extra", "")
    extra = None
    if command == "add" and profile.format.has_item(wanted):
        extra = (wanted, Agenda(profile, now).minutes_of(wanted))
    wanted_rows = changed(rows, command, form.minutes, extra)
    try:
        actions.set_agenda(now, wanted_rows, request.user, seen=request.POST.get("seen"))
    except actions.Changed:
        typed = [f"{profile.format.item(item).number}: {told}" for item, told in form.minutes.items()]
        return show(request, profile, fault=MEANWHILE.format("; ".join(typed)), status=409)
    return redirect("talk", profile.pk)


@page("see_dialogue", load=profile_of)
def sheet(request: HttpRequest, profile: Profile, form: str) -> HttpResponse:
    """The agenda as a file."""
    agenda = Agenda(profile, current_or_404(profile))
    return file_of(profile, agenda_sheet(agenda), "agenda", form)


@page("close_talk", load=profile_of)
def close(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Who were there and when; then the report is fixed."""
    now = current_or_refused(profile)
    today = timezone.localdate()
    form = CloseForm(request.POST or None, initial={"on": min(now.on or today, today)})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        closed = close_talk(now, on=told["on"], roles=told["present"], actor=request.user)
        messages.success(request, "Het gesprek is gesloten. Het verslag staat vast.")
        return redirect("talk_report", profile.pk, closed.pk)
    context = around(request, profile) | {"talk": now, "form": form}
    return render(request, "talk/close.html", context, status=422 if form.errors else 200)


@page("see_dialogue", load=profile_of)
def report(request: HttpRequest, profile: Profile, talk: int | None = None) -> HttpResponse:
    """The report of this talk; without a number of the latest one."""
    found = talk_of(profile, talk)
    document = dressed(paper_of(profile, found), look_of(profile.school))
    context = around(request, profile) | {"talk": found, "document": document}
    context["others"] = [each for each in closed_talks(profile) if each.pk != found.pk]
    return render(request, "talk/report.html", context)


@page("see_dialogue", load=profile_of)
def report_file(request: HttpRequest, profile: Profile, talk: int, form: str) -> HttpResponse:
    return file_of(profile, paper_of(profile, talk_of(profile, talk)), "verslag", form)


def current_or_404(profile: Profile) -> Talk:
    now = current_talk(profile)
    if now is None:
        raise Http404
    now.profile = profile
    return now


def current_or_refused(profile: Profile) -> Talk:
    """For a button: a colleague may have closed the talk while this page stood open."""
    if current_talk(profile) is None and closed_talks(profile):
        raise Refused("Een collega heeft dit gesprek al gesloten. Het verslag staat klaar bij de dialoog.")
    return current_or_404(profile)


def file_of(profile: Profile, document: Document, kind: str, form: str) -> HttpResponse:
    if form not in FORMS:
        raise Http404
    paper = forms_of_paper.FORMS[form]
    name = f"{profile.school.brin6}-{profile.round.schooljaar}-{kind}{paper.ending}"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    made = forms_of_paper.render(dressed(document, look_of(profile.school)), form)
    return HttpResponse(made, content_type=paper.content_type, headers=disposition)
