"""Words on public pages. `{% load publication %}`."""

from __future__ import annotations

from itertools import groupby

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dekkend.documents.papers import FORMS
from dekkend.profile.models import Paper
from dekkend.profile.version.papers import PUBLIC
from dekkend.profile.version.papers.words import KINDS
from dekkend.publication.page.contact import bare, web
from dekkend.region.models import School

register = template.Library()


@register.filter
def whereabouts(school: School) -> str:
    """ "Stad Oost 1, Almere" """
    area = school.area.name if school.area else ""
    return ", ".join(dict.fromkeys(filter(None, [area, school.city])))


@register.filter
def schoolkind(school: School) -> str:
    return KINDS[school.kind]


@register.filter
def labelled(ids: list[str], labels: dict[str, str]) -> str:
    """ "Taal en spraak · Bewegen": labels have an "en" of their own. No line begins with the dot."""
    return "\u00a0· ".join(labels.get(each, each) for each in ids)


@register.filter
def kilobytes(size: int) -> str:
    """ "84 kB", "1,2 MB" """
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


NAMES = {**{kind.id: kind.name for kind in PUBLIC.values()}, "profiel": "Alles als gegevens"}


@register.filter
def by_name(papers: dict[str, Paper]) -> list[tuple[str, list[tuple[str, Paper]]]]:
    """{"sop.pdf": …} -> [("Schoolondersteuningsprofiel", [("sop.pdf", …), …]), …]"""
    groups = groupby(papers.items(), key=lambda pair: pair[0].split(".")[0])
    return [(NAMES[name], list(pairs)) for name, pairs in groups]


@register.filter
def paperform(paper: Paper) -> str:
    return FORMS[paper.form].name if paper.form in FORMS else paper.form.upper()


@register.filter
def website(address: str) -> SafeString | str:
    """A link; what is no web address stays text."""
    whole = web(address)
    return format_html('<a href="{}" rel="nofollow">{}</a>', whole, bare(whole)) if whole else address
