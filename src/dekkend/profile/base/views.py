from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dekkend.kit.calendar import Day, calendar
from dekkend.process.engine import may
from dekkend.process.gate import page

from .extensions import stations_ahead
from .forms import ExtensionForm
from .models import Profile
from .queries import profile_of
from .road import NAMES, link, road_of

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
    ("preview", "see_writing", "Voorbeeld van het document, met PDF, Word en OpenDocument"),
    ("submit", "see_missing", "Indienen bij het bestuur"),
    ("recall", "recall", "Terughalen om iets te veranderen"),
    ("extension", "ask_extension", "Uitstel vragen aan het samenwerkingsverband"),
    ("agenda", "see_road", "Zet de data in je agenda"),
    ("compare", "compare", "Vergelijken: wat er veranderde, en een stuk terugzetten"),
    ("moved", "see_move", "Nieuwe versie van de checklist: wat er veranderde, en wat nog klopt"),
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
        "beside": [
            (name, words)
            for name, act, words in BESIDE
            if may(act, request.user, profile) and (name != "moved" or profile.format_ref)
        ],
        "versions": profile.versions.all()[:5],
        "years": Profile.objects.visible_to(request.user).of_other_years(profile),
    }
    return render(request, "profile/road.html", context)


@page("ask_extension", load=profile_of)
def extension(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The head asks for longer; below it what was asked before."""
    form = ExtensionForm(request.POST or None, profile=profile)
    if request.method == "POST" and form.is_valid():
        form.save(actor=request.user)
        messages.success(request, "Je vraag is verstuurd. Je krijgt antwoord per mail.")
        return redirect("extension", profile.pk)
    earlier = [(one, NAMES[one.station]) for one in profile.extensions.all()]
    context = {"profile": profile, "road": road_of(profile, request.user), "form": form, "earlier": earlier}
    return render(request, "profile/extension.html", context, status=422 if form.errors else 200)


@page("see_road", load=profile_of)
def agenda(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The days of this profile that are still to come, for somebody's own calendar."""
    days = [
        Day(f"profiel-{profile.pk}-{key}", until, f"{NAMES[key]} klaar: {profile.school}",
            settings.ADDRESS + (link(profile, key, request.user) or f"/profielen/{profile.pk}/"))
        for key in stations_ahead(profile) if (until := profile.until(key))
    ]  # fmt: skip
    answer = HttpResponse(calendar(days), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="dekkend-{profile.school.brin6}.ics"'
    return answer
