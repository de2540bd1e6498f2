"""What a browser fetches of a house style: small, unchanging, under its hash."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from dekkend.kit import shelf
from dekkend.process.gate import page, public
from dekkend.region.housestyle.queries import Owner, draft_of, owner_of
from dekkend.region.models import HouseStyle

from .sheet import mark as mark_of
from .sheet import sheet

FOR_EVER = "public, max-age=31536000, immutable"
CSS = "text/css; charset=utf-8"


@public
def css(request: HttpRequest, style: int, mark: str) -> HttpResponse:
    found = get_object_or_404(HouseStyle, pk=style, number__isnull=False)
    if mark != mark_of(found):
        raise Http404
    return HttpResponse(sheet(found), content_type=CSS, headers={"Cache-Control": FOR_EVER})


@public
def logo(request: HttpRequest, sha: str) -> HttpResponse:
    """A logo that was taken into use at least once."""
    if not HouseStyle.objects.filter(logo=sha, number__isnull=False).exists():
        raise Http404
    return picture(sha, FOR_EVER)


@page("manage_house_style", load=owner_of)
def draft_css(request: HttpRequest, owner: Owner) -> HttpResponse:
    draft = draft_of(owner)
    if draft is None:
        raise Http404
    return HttpResponse(sheet(draft), content_type=CSS, headers={"Cache-Control": "private, no-store"})


@page("manage_house_style", load=owner_of)
def draft_logo(request: HttpRequest, owner: Owner) -> HttpResponse:
    draft = draft_of(owner)
    if draft is None or not draft.logo:
        raise Http404
    return picture(draft.logo, "private, no-store")


def picture(sha: str, caching: str) -> HttpResponse:
    try:
        png = shelf.get(HouseStyle.FOLDER, sha[:32])
    except (OSError, ValueError) as error:
        raise Http404 from error
    headers = {
        "Cache-Control": caching,
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return HttpResponse(png, content_type="image/png", headers=headers)
