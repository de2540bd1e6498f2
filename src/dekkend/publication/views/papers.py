"""Files as they were kept at the adoption: the same bytes for ever, proven by their hash."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from csp.constants import HEADER
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response

from dekkend.documents.papers import EDITABLE, FORMS
from dekkend.process.gate import public
from dekkend.profile.models import Paper, Version
from dekkend.profile.version.keep import PaperBroken, read
from dekkend.publication.papers import ADDRESSES, log, papers_of

from .school import gone, marked, publication_of

# A withdrawal must come through: a day, and after it the hash is asked for.
LASTING = "public, max-age=86400"
JSON = "application/json; charset=utf-8"
STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


@public
def paper(request: HttpRequest, brin6: str, schooljaar: str, name: str) -> HttpResponse:
    """One file of a published profile; 410 once it is withdrawn."""
    if name not in ADDRESSES:
        raise Http404
    publication = publication_of(brin6, schooljaar)
    if publication.withdrawn_on:
        return gone(request, publication)
    response = serve(request, publication.version, name, f"{publication.school.brin6}-{schooljaar}-{name}")
    response["Cache-Control"] = LASTING
    return marked(response, publication)


def serve(request: HttpRequest, version: Version, name: str, filename: str) -> HttpResponse:
    """The kept bytes with their type and hash; 304 for who has them; 503 when they are not what was kept."""
    kept = papers_of(version).get(name)
    if kept is None:
        raise Http404
    try:
        response = answer(kept, read(kept), filename)
    except PaperBroken:
        log.exception("paper %s of version %s does not match its hash", name, version.pk)
        return render(request, "publication/broken.html", {"name": name}, status=503)
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def answer(kept: Paper, data: bytes, filename: str) -> HttpResponse:
    response = HttpResponse(data, content_type=FORMS[kept.form].content_type if kept.form in FORMS else JSON)
    response["ETag"] = f'"{kept.sha256}"'
    how = "attachment" if kept.form in EDITABLE else "inline"
    response["Content-Disposition"] = f'{how}; filename="{filename}"'
    if kept.form == "pdf" or kept.form in EDITABLE:
        response["Content-Encoding"] = "identity"  # compressed already; the middleware leaves it alone
    if kept.form == "html":
        response[HEADER] = policy(data)
    return response


def policy(data: bytes) -> str:
    """The page stands alone and carries its own style: exactly that style may be used, and nothing else."""
    styles = [b64encode(sha256(style).digest()).decode() for style in STYLE.findall(data)]
    allowed = " ".join(f"'sha256-{style}'" for style in styles) or "'none'"
    return f"default-src 'none'; img-src data:; style-src {allowed}; frame-ancestors 'none'; base-uri 'none'"
