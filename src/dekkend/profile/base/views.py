from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.process.engine import may
from dekkend.process.gate import page

from .models import Profile
from .queries import profile_of
from .road import road_of

# A station inside a sentence, and what it yields.
STATIONS = {
    "checklist": ("de checklist", "Een antwoord per onderdeel, van de school of van elk teamlid."),
    "dialogue": ("de dialoog", "Eén afgesproken antwoord per onderdeel."),
    "profile": ("het profiel", "De tekst van het ondersteuningsprofiel en van de schoolgids."),
    "pupils": ("de leerlingen", "Wat leerlingen over de hulp zeiden, en wat dat veranderde."),
    "council": ("de MR", "Het advies van de MR en de reactie van het bestuur."),
    "adoption": ("de vaststelling", "Het besluit van het bestuur."),
    "publication": ("de publicatie", "De pagina voor ouders en de bestanden."),
}
# What belongs to a profile and is not a station: page, act, words.
BESIDE = (
    ("preview", "see_writing", "Voorbeeld van het document, met PDF en Word"),
    ("submit", "submit", "Indienen bij het bestuur"),
    ("recall", "recall", "Terughalen om iets te veranderen"),
    ("log", "see_log", "Logboek: wie deed wat, en wanneer"),
)


@page("see_road", load=profile_of)
def road(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The front door of a profile: seven stations, where we are, and what is open at each."""
    way = road_of(profile, request.user)
    current = next((stop for stop in way.stations if stop.state == "current"), None)
    context = {
        "profile": profile,
        "road": way,
        "current": current,
        "here": STATIONS[current.key][0] if current else "",
        "stops": [(stop, *STATIONS[stop.key]) for stop in way.stations],
        "beside": [(name, words) for name, act, words in BESIDE if may(act, request.user, profile)],
        "versions": profile.versions.all()[:5],
    }
    return render(request, "profile/road.html", context)
