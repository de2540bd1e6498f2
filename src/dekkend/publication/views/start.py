from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dekkend.process.gate import public
from dekkend.publication.find import everyone, known_alliances, known_needs, unknown
from dekkend.publication.forms import FindForm


@public
def start(request: HttpRequest) -> HttpResponse:
    """The front door: parents search, schools sign in. Who is signed in goes to the own work."""
    if request.user.is_authenticated:
        return redirect("desk")
    schools, needs = everyone(""), known_needs()
    total = schools.count()
    context = {
        "form": FindForm(None, needs=needs, alliances=known_alliances()),
        "find_url": reverse("public_schools"),
        "needs": needs,
        "total": total,
        "published": total - unknown(schools),
    }
    return render(request, "publication/start.html", context)
