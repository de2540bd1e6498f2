"""Everything that the page of a sealed version shows: what changed, the checklist, the document, the step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.documents.look import Look, dressed
from dekkend.documents.tree import Document
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import road_of
from dekkend.profile.models import Version
from dekkend.profile.version import papers
from dekkend.profile.version.changes import changes, gone_from, picture
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.earlier import bases, beside, called
from dekkend.profile.version.former import by_year, unchanged_since
from dekkend.profile.version.papers.sop import section

from .headline import headline
from .queries import advice_of, decision_of, decisions_of, recalled, reply_of
from .steps import steps


def reading_page(
    request: HttpRequest, version: Version, *, bound: dict[str, Form] | None = None, status: int = 200
) -> HttpResponse:
    """`bound`: a form that came back with something to repair, by its act. About fifteen queries."""
    profile, user = version.profile, request.user
    content = version.data
    fmt = get_format(content["format"])
    main, beside = steps(profile, version, user, bound or {})
    context = {
        "profile": profile,
        "road": road_of(profile, user, at="council"),
        "version": version,
        "versions": profile.versions.only("number", "sealed_at", "profile_id"),
        "headline": headline(profile, version, act=main.act if main else ""),
        "recalled": recalled(version),
        "step": main,
        "beside": beside,
        "advice": advice_of(version),
        "reply": reply_of(version),
        "decision": decision_of(version),
        "format": fmt,
        **laid_beside(version, content, fmt, request.GET.get("sinds", "")),
        **documents(version, content, fmt),
    }
    context["whole"] = folded(context["sop"], context["unchanged"])
    return render(request, "adoption/version.html", context, status=status)


def adopted_page(request: HttpRequest, profile: Profile) -> HttpResponse:
    assert profile.adopted is not None, "the state sees to it"
    version = profile.adopted
    version.profile = profile
    content = version.data
    fmt = get_format(content["format"])
    context = {
        "profile": profile,
        "version": version,
        "decision": decision_of(version),
        "format": fmt,
        "picture": picture(content, fmt),
        **documents(version, content, fmt),
    }
    return render(request, "adoption/adopted.html", context)


def laid_beside(version: Version, content: Content, fmt: Format, asked: str) -> dict[str, Any]:
    """What is different since an earlier version; without one only the picture."""
    found = bases(version.profile, version.number)
    word = asked if asked in found else next(iter(found), "")
    earlier = beside(word, found[word], fmt) if word else None
    parts = changes(earlier.content, content, fmt, earlier.format) if earlier else []
    since = unchanged_since(content, fmt, earlier.years) if earlier else {}
    same = [part for part in parts if not part.changes]
    return {
        "since": earlier.name if earlier else "",
        "others": [(key, called(key, found[key][0])) for key in found if key != word],
        "changed": [part for part in parts if part.changes],
        "same": list(by_year([(part.id, part.title.lower()) for part in same], since)),
        # Of a part that is folded: since when it reads so.
        "unchanged": {part.id: since.get(part.id) or (earlier.name if earlier else "") for part in same},
        "picture": picture(content, fmt, earlier),
        "gone": gone_from(earlier, fmt),
    }


def documents(version: Version, content: Content, fmt: Format) -> dict[str, Any]:
    """The papers themselves, without the cover and what stands elsewhere on this page."""
    decisions = decisions_of(version)
    worn = Look(
        accent=version.profile.school.alliance.accent
    )  # it has no cover: the marks alone have a colour
    sections = tuple(section(content, fmt, each) for each in fmt.sections)
    guide = dressed(papers.guide(content, fmt, decisions), worn)
    report = dressed(papers.checklist_report(content, fmt, decisions), worn)
    answers = tuple(block for block in report.blocks if isinstance(block, Part) and block.id != "beeld")
    return {
        "parts": sections,
        "sop": replace(guide, blocks=sections, notices=()),
        "guide": replace(guide, blocks=tuple(named(guide, "gids")), notices=()),
        "answers": replace(report, blocks=answers, notices=()),
    }


def folded(document: Document, unchanged: dict[str, str]) -> list[tuple[Part, Document, str]]:
    """Each part as a document of its own, with since when it is unchanged; "" for what is new."""
    parts = [block for block in document.blocks if isinstance(block, Part)]
    return [(part, replace(document, blocks=(part,)), unchanged.get(part.id, "")) for part in parts]


def named(document: Document, prefix: str) -> list[Any]:
    """Two papers on one page: the headings of the second get addresses of their own."""
    return [renamed(block, prefix) for block in document.blocks if isinstance(block, Part)]


def renamed(part: Part, prefix: str) -> Part:
    blocks = tuple(renamed(block, prefix) if isinstance(block, Part) else block for block in part.blocks)
    return replace(part, id=f"{prefix}-{part.id}" if part.id else "", blocks=blocks)
