"""Middleware: what comes in is fit for the database, on every page and in every field alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from dekkend.kit.characters import UNFIT, without_unfit

LARGEST = 2**63 - 1  # of a key

Respond = Callable[[HttpRequest], HttpResponse]


def clean_incoming(get_response: Respond) -> Respond:
    """PostgreSQL refuses a NUL with an error; here it is dropped, so that nothing typed around it is lost.

    In the address itself such a character means that nothing is there: 404.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if UNFIT.search(request.path_info):
            raise Http404
        request.GET = cleaned(request.GET)  # type: ignore[assignment]
        return get_response(request)

    middleware.process_view = before_view  # type: ignore[attr-defined]
    return middleware


def reads_itself(view: Any) -> Any:
    """For a view that takes what is sent as it comes in, and so must be the first to read it."""
    view.reads_itself = True
    return view


def before_view(request: HttpRequest, view: Any, args: tuple[Any, ...], keys: dict[str, Any]) -> None:
    no_such_number(request, view, args, keys)
    if request.method == "POST" and not getattr(view, "reads_itself", False):
        request.POST = cleaned(request.POST)  # type: ignore[assignment]


def no_such_number(request: HttpRequest, view: Any, args: tuple[Any, ...], keys: dict[str, Any]) -> None:
    """A number in the address that no key can be: 404, where SQLite would give a fault."""
    if any(isinstance(key, int) and key > LARGEST for key in keys.values()):
        raise Http404


def cleaned(sent: QueryDict) -> QueryDict:
    """The same when there is nothing to clean."""
    if not any(UNFIT.search(text) for name, texts in sent.lists() for text in (name, *texts)):
        return sent
    fit = sent.copy()
    fit.clear()
    for name, texts in sent.lists():
        fit.setlist(without_unfit(name), [without_unfit(text) for text in texts])
    fit._mutable = False
    return fit
