from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.process.gate import page

from .models import Profile
from .queries import profile_of
from .road import road_of


@page("see_road", load=profile_of)
def road(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The front door of a profile: seven stations, where we are, and what is open at each."""
    way = road_of(profile, request.user)
    current = next((stop for stop in way.stations if stop.state == "current"), None)
    context = {"profile": profile, "road": way, "current": current, "versions": profile.versions.all()[:5]}
    return render(request, "profile/road.html", context)
