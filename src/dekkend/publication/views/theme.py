from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from dekkend.process.gate import public
from dekkend.region.models import Alliance


@public
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """The three colours that a samenwerkingsverband sets; its address carries them, so it may be kept for long."""
    alliance = get_object_or_404(Alliance, slug=slug)
    css = f":root{{--accent:{alliance.accent};--accent-deep:{alliance.accent_deep};--accent-on:#ffffff}}\n"
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, max-age=86400"
    return response
