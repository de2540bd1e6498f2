from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.process.gate import page
from dekkend.profile.base.road import brief_road
from dekkend.region.models import Alliance
from dekkend.region.queries import keys

from .person import Person, person_of
from .tasks import own, tasks_of


@page("see_desk", load=person_of)
def desk(request: HttpRequest, person: Person) -> HttpResponse:
    """Mijn werk: what awaits me, and below it my schools with their road."""
    profiles = list(own(person.user))
    listed = Paginator(profiles, 40).get_page(request.GET.get("bladzijde"))
    return render(
        request,
        "desk/desk.html",
        {
            "tasks": tasks_of(person.user, profiles),
            "page": listed,
            "rows": [(profile, brief_road(profile)) for profile in listed],
            "alliances": Alliance.objects.filter(pk__in=keys(person.user, "alliance")),
            "managed": keys(person.user, "alliance", "administrator"),
        },
    )
