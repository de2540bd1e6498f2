"""What makes answers wait safely on a device: the worker that keeps a page, and who may send what waits there."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache

View = Callable[..., HttpResponse]

HEADER = "Dekkend-Person"
SCRIPTS = Path(__file__).parent / "static" / "web"
SOMEBODY_ELSE = "Hier is nu iemand anders ingelogd. Log in als degene die dit schreef."


def mark_of(user: Any) -> str:
    """A person as a device knows them: no name, no number. "" for who is not signed in."""
    if not user.is_authenticated:
        return ""
    return salted_hmac("dekkend.device", str(user.pk), algorithm="sha256").hexdigest()[:20]


def from_its_person(view: View) -> View:
    """A save that waited on a device names whose it is; under another person it goes on waiting there (401)."""

    @wraps(view)
    def inner(request: HttpRequest, **keys: Any) -> HttpResponse:
        told = request.headers.get(HEADER)
        if told and told != mark_of(request.user):
            return JsonResponse({"error": SOMEBODY_ELSE}, status=401)
        return view(request, **keys)

    return inner


@never_cache
def who(request: HttpRequest) -> HttpResponse:
    """For a page that stood open or came from the device: who is signed in now, and a fresh pass for its forms."""
    return JsonResponse({"person": mark_of(request.user), "pass": get_token(request)})


@never_cache
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. With other style sheets or scripts it is another one, and starts a new store."""
    script = (SCRIPTS / "worker" / "worker.js").read_text(encoding="utf-8")
    told = f'const VERSION = "{version()}";\n{script}'
    return HttpResponse(told, content_type="text/javascript; charset=utf-8")


@lru_cache(maxsize=1)
def version() -> str:
    """Of all that a kept page is made with."""
    files = sorted(path for path in SCRIPTS.rglob("*") if path.suffix in (".js", ".css"))
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


who.act = worker.act = "public"  # type: ignore[attr-defined]  # anyone may ask; the gate lies above this room
