from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dekkend.process.gate import page, public
from dekkend.profile.base.models import Extension, Reminder
from dekkend.profile.base.road import brief_road
from dekkend.region.models import Alliance
from dekkend.region.queries import keys

from .person import Person, person_of
from .reminders import person_of_link, set_reminders
from .tasks import own, tasks_of
from .years import by_school


@page("see_desk", load=person_of)
def desk(request: HttpRequest, person: Person) -> HttpResponse:
    """Mijn werk: what awaits me, and below it my schools with their road."""
    profiles = list(own(person.user))
    alliances = Alliance.objects.filter(pk__in=keys(person.user, "alliance"))
    listed = Paginator(by_school(profiles), 40).get_page(request.GET.get("bladzijde"))
    return render(
        request,
        "desk/desk.html",
        {
            "tasks": tasks_of(person.user, profiles),
            "page": listed,
            "rows": [(profile, brief_road(profile), earlier) for profile, earlier in listed],
            "alliances": alliances,
            "several": listed.paginator.count > 1 or bool(alliances),  # schools: a street tells them apart
            "managed": (managed := keys(person.user, "alliance", "administrator")),
            "headed": keys(person.user, "school", "head"),
            "asks": managed and asking_in(managed),
        },
    )


def asking_in(alliances: list[int]) -> int:
    """How many questions for longer wait for an answer."""
    waiting = Extension.objects.filter(state=Extension.State.ASKED)
    return waiting.filter(profile__school__alliance__in=alliances).count()


@page("see_desk", load=person_of)
def reminders(request: HttpRequest, person: Person) -> HttpResponse:
    """On or off, and what came so far."""
    if request.method == "POST":
        set_reminders(person.user, request.POST.get("wanted") == "1")
        return redirect("reminders")
    sent = Reminder.objects.filter(person=person.user).select_related("profile__school")[:20]
    return render(request, "desk/reminders.html", {"wanted": person.user.wants_reminders, "sent": sent})


@public
def reminders_off(request: HttpRequest, token: str) -> HttpResponse:
    """The link in a letter. It opens nothing else, so it needs no signing in."""
    user = person_of_link(token)
    if user is None:
        raise Http404
    if request.method == "POST":
        set_reminders(user, request.POST.get("wanted") == "1")
        return redirect("reminders_off", token)
    return render(request, "desk/reminders.html", {"wanted": user.wants_reminders})
