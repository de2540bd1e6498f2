"""Pages that belong to no room, and what people see when something goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from email.utils import parseaddr

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import get_template

View = Callable[..., HttpResponse]

# Said when not even the page of the fault can be made.
LAST_WORDS = (
    "<!doctype html><html lang='nl'><title>Storing</title>"
    "<p>Dekkend heeft een storing. Probeer het over een paar minuten opnieuw."
)


def public(view: View) -> View:
    """Anyone may see this page. The gate lies above this room, so the page says it in the gate's own way."""
    view.act = "public"  # type: ignore[attr-defined]
    return view


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "web/accessibility.html", {"contact": contact()})


@public
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "web/privacy.html", {"contact": contact()})


def contact() -> str:
    """The bare address of the people who run this server."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


@public
def healthz(request: HttpRequest) -> HttpResponse:
    """For a watchdog: 200 when the database answers. Raises otherwise, which gives 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return fault(request, 400, "Deze aanvraag is niet te begrijpen. Ga terug en probeer het opnieuw.")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return fault(request, 403, "Dit mag je met dit account niet doen.")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return fault(request, 404, "Deze bladzijde bestaat niet, of is niet voor dit account.")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open while somebody signed in or out elsewhere. Typed text comes back with the back button."""
    return fault(
        request, 403, "De bladzijde was verlopen. Ververs haar en doe het nog eens.", "403_csrf.html"
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Without context processors and without the database: they may be what failed."""
    if wants_json(request):
        return JsonResponse({"error": "Dekkend heeft een storing."}, status=500)
    try:
        page = get_template("500.html").render()
    except Exception:  # whatever it is, somebody waits for an answer
        page = LAST_WORDS
    return HttpResponse(page, status=500)


def fault(request: HttpRequest, status: int, sentence: str, template: str = "") -> HttpResponse:
    """For this person, at this moment: no cache in between keeps it, for there may be a page tomorrow."""
    answer: HttpResponse
    if wants_json(request):
        answer = JsonResponse({"error": sentence}, status=status)
    else:
        answer = render(request, template or f"{status}.html", {"sentence": sentence}, status=status)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")
