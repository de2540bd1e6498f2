"""Every page names its act, or says that it is public. A stranger gets 404, also for what exists."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from .engine import NotAllowed, Refused, closed_because, has_role, is_open

View = Callable[..., HttpResponse]

# A row that the view saw, or what it belongs to, is no longer there once it is locked or written.
VANISHED = (ObjectDoesNotExist, IntegrityError)
JUST_GONE = (
    "Dit is net weggehaald of veranderd door iemand anders. Kopieer wat je typte, ga terug, laad de bladzijde opnieuw "
    "en kijk wat er nu staat."
)
log = logging.getLogger(__name__)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def public(view: View) -> View:
    """Anyone may see this page."""
    view.act = "public"  # type: ignore[attr-defined]
    return view


def page(act: str, load: Callable[..., Any]) -> Callable[[View], View]:
    """Guard a view. `load(user, **keys)` gives the subject or raises Http404; the view gets (request, subject, …).

    Keys of the URL that `load` does not take go on to the view. The view may raise NotAllowed (404) or
    Refused (423, with its sentence). What somebody else took away meanwhile is told in the same way.
    """
    taken = [name for name in inspect.signature(load).parameters if name != "user"]

    def guard(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, **keys: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                if wants_json(request):
                    return JsonResponse({"error": "Je bent uitgelogd."}, status=401)
                return redirect_to_login(page_of(request))
            subject = load(request.user, **{name: keys.pop(name) for name in taken})
            if not has_role(act, request.user, subject):
                raise Http404
            if not is_open(act, subject):
                return refused(request, closed_because(subject))
            request.subject = subject  # type: ignore[attr-defined]  # the shell asks in whose house we are
            try:
                answer = view(request, subject, **keys)
            except NotAllowed as error:
                raise Http404 from error
            except Refused as refusal:
                return refused(request, str(refusal))
            except VANISHED as error:
                return vanished(request, error)
            return kept_apart(explained(request, answer))

        inner.act = act  # type: ignore[attr-defined]
        return inner

    return guard


def refused(request: HttpRequest, sentence: str) -> HttpResponse:
    if wants_json(request):
        return kept_apart(JsonResponse({"error": sentence}, status=423))
    shown = {"sentence": sentence, "typed": typed(request)}
    return kept_apart(render(request, "web/refused.html", shown, status=423))


# A field left out or a value that cannot be, as SQLite and PostgreSQL call it: nobody else's doing.
OURS = ("SQLITE_CONSTRAINT_NOTNULL", "SQLITE_CONSTRAINT_CHECK", "23502", "23514")


def is_ours(error: Exception) -> bool:
    """No other person can have caused this."""
    told = error.__cause__
    return (getattr(told, "sqlite_errorname", None) or getattr(told, "sqlstate", None)) in OURS


def vanished(request: HttpRequest, error: Exception) -> HttpResponse:
    """Written down as well: it may be a fault of ours. What surely is one stays one: raised again."""
    if is_ours(error):
        raise error
    log.warning("Gone or changed meanwhile: %s", request.path, exc_info=error)
    return refused(request, JUST_GONE)


def typed(request: HttpRequest) -> list[str]:
    """What somebody wrote and what cannot be kept here: shown, to be copied. One word is a choice of the page."""
    sent = (value.strip() for name in request.POST for value in request.POST.getlist(name))
    return list(dict.fromkeys(value for value in sent if len(value.split()) > 1))


def page_of(request: HttpRequest) -> str:
    """Where to go on after signing in: never to the address of a form, which cannot be opened."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    sender = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(sender, {request.get_host()}, require_https=request.is_secure())
    return sender if ours else "/"


def kept_apart(answer: HttpResponse) -> HttpResponse:
    """No cache between here and this person may give the page to another; a view may ask for more.

    The own browser keeps it for the back button, with which typed text returns.
    """
    answer.headers.setdefault("Cache-Control", "private, no-cache")
    return answer


def explained(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Who opens the address of a form, by a bookmark or after signing in, gets words and a way on."""
    if answer.status_code != 405 or request.method != "GET" or wants_json(request):
        return answer
    sentence = "Dit adres hoort bij een knop. Ga terug naar de bladzijde waar die knop op staat."
    page = render(request, "web/refused.html", {"sentence": sentence}, status=405)
    page.headers["Allow"] = answer.headers["Allow"]
    return page
