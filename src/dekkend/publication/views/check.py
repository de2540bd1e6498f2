"""The page that says whether a file is the adopted version. Nothing changes by it, so it needs no cookie."""

from __future__ import annotations

import re
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from dekkend.process.gate import public
from dekkend.publication.check.known import asked, may_see, verdict
from dekkend.publication.check.receive import NotReceived, receive
from dekkend.web.incoming import reads_itself

SIGN = re.compile("[0-9a-f]{64}|[0-9a-f]{16}")
NO_SIGN = (
    "Een kenmerk heeft 16 of 64 tekens: cijfers, en de letters a tot en met f. "
    "Op papier staat het bij “Vaststelling”, in vier groepjes van vier."
)
TOO_MANY = "Vanaf deze plek zijn net veel bestanden nagekeken. Wacht een minuut en probeer het dan nog eens."


@public
@reads_itself
@csrf_exempt  # a token would set a cookie with every reader, and nothing changes here
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return of_file(request)
    written = request.GET.get("kenmerk", "")
    sign = re.sub(r"[\s:-]", "", written).lower()
    if not sign:
        return shown(request)
    if not SIGN.fullmatch(sign):
        return shown(request, status=422, sign=written, sign_error=NO_SIGN)
    return shown(request, verdict=asked(sign, may_see(request.user)), sign=written)


def of_file(request: HttpRequest) -> HttpResponse:
    if not ratelimit.consume(request, action="check_file"):
        return shown(request, status=429, file_error=TOO_MANY)
    try:
        data, sha = receive(request)
    except NotReceived as why:
        return shown(request, status=422, file_error=str(why))
    return shown(request, verdict=verdict(data, may_see(request.user), sha), sha=sha)


def shown(request: HttpRequest, *, status: int = 200, **told: Any) -> HttpResponse:
    return render(request, "publication/check.html", told, status=status)
