from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dekkend.adoption.queries import decisions_of
from dekkend.formats.queries import get_format
from dekkend.process.gate import public
from dekkend.publication.housestyle.sheet import logo_of
from dekkend.publication.models import Publication
from dekkend.publication.page import school_page
from dekkend.publication.papers import papers_of
from dekkend.region.housestyle.queries import style_of
from dekkend.region.models import School

ROBOTS = "X-Robots-Tag"


@public
def school(request: HttpRequest, brin6: str) -> HttpResponse:
    """The version in force; without one the withdrawal, or plainly that there is none yet."""
    found = school_of(brin6)
    publications = Publication.objects.with_papers().filter(school=found)
    in_force = publications.in_force().first()
    if in_force is not None:
        return page(request, in_force)
    newest = publications.first()
    if newest is not None and newest.withdrawn_on:
        return gone(request, newest)
    return bare(request, found)


@public
def year(request: HttpRequest, brin6: str, schooljaar: str) -> HttpResponse:
    """What was published for that year, for ever."""
    publication = publication_of(brin6, schooljaar)
    if publication.withdrawn_on:
        return gone(request, publication)
    return page(request, publication)


def school_of(brin6: str) -> School:
    rows = School.objects.select_related("alliance", "board", "area__district")
    return get_object_or_404(rows.with_pupils(), brin6=brin6.upper())


def publication_of(brin6: str, schooljaar: str) -> Publication:
    """The last one of that school and year: the one that can be read, or else was withdrawn. 404 when there is none."""
    publications = Publication.objects.with_papers().filter(
        school__brin6=brin6.upper(), schooljaar=schooljaar
    )
    found = publications.live().first() or publications.newest()
    if found is None:
        raise Http404
    return found


def page(request: HttpRequest, publication: Publication) -> HttpResponse:
    version = publication.version
    content = version.data
    decisions = replace(decisions_of(version), published_on=publication.published_on.isoformat())
    context = {
        "publication": publication,
        "school": publication.school,
        "page": school_page(content, get_format(content["format"]), decisions),
        "papers": papers_of(version),
        "others": other_years(publication),
    }
    return marked(public_render(request, publication.school, "publication/school.html", context), publication)


def other_years(publication: Publication) -> list[Publication]:
    rows = Publication.objects.live().filter(school=publication.school_id).exclude(pk=publication.pk)
    return list(rows.defer("search_text"))


def gone(request: HttpRequest, publication: Publication) -> HttpResponse:
    context = {"publication": publication, "school": publication.school, "others": other_years(publication)}
    return marked(
        public_render(request, publication.school, "publication/gone.html", context, status=410), publication
    )


def bare(request: HttpRequest, school: School) -> HttpResponse:
    return public_render(request, school, "publication/bare.html", {"school": school})


def public_render(
    request: HttpRequest, school: School, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """The page in the house style of the school, else in the colours of its samenwerkingsverband. One query."""
    style = style_of(school)
    request.alliance, request.house_style = school.alliance, style  # type: ignore[attr-defined]
    return render(request, template, {**context, "logo": logo_of(style)}, status=status)


def marked(response: HttpResponse, publication: Publication) -> HttpResponse:
    """Invented content on a real school stays out of search engines."""
    if publication.is_example or settings.DEMO:
        response[ROBOTS] = "noindex"
    return response
