"""One section as it will be printed, for beside the text that somebody writes."""

from __future__ import annotations

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from dekkend.documents import to_html
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.writing.queries import section_of

from .compile import content_for
from .papers.sop import section as paper_of


@page("see_writing", load=profile_of)
def beside(request: HttpRequest, profile: Profile, section: str) -> HttpResponse:
    """Only the paper, without a page around it; 304 when it is what the asker has already."""
    shown = section_of(profile, section)
    part = paper_of(content_for(profile, shown), profile.format, shown)
    html = to_html.fragment((part,), accent=profile.school.alliance.accent)
    mark = f'"{sha256(html.encode()).hexdigest()[:32]}"'
    answer = get_conditional_response(request, etag=mark) or HttpResponse(html)
    answer["ETag"], answer["Cache-Control"] = mark, "private, no-cache"
    return answer
