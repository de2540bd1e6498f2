from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dekkend.documents import papers as forms
from dekkend.documents.tree import Section
from dekkend.kit import contrast
from dekkend.process.gate import page
from dekkend.profile.version.decisions import PREVIEW
from dekkend.profile.version.papers import PUBLIC
from dekkend.publication.page import school_page
from dekkend.region.housestyle import actions
from dekkend.region.housestyle.forms import HouseStyleForm
from dekkend.region.housestyle.queries import Owner, draft_of, look, owner_of, style_of, versions_of
from dekkend.region.models import HouseStyle, School

from . import example
from .sheet import logo_address, logo_of

ACT = actions.ACT
FORMS = ("pdf", "docx", "odt")
COLOURS = ("accent", "second")


def keys_of(owner: Owner) -> tuple[str, int]:
    return ("school" if isinstance(owner, School) else "bestuur", owner.pk)


@page(ACT, load=owner_of)
def house_style(request: HttpRequest, owner: Owner) -> HttpResponse:
    """What holds now, and the form. Everything right that was sent is kept in the draft, also beside a mistake."""
    draft = draft_of(owner)
    if request.method != "POST":
        begin = draft or actions.begun(owner)
        return show(
            request, owner, HouseStyleForm(initial={"accent": begin.accent, "second": begin.second}), draft
        )
    form = HouseStyleForm(request.POST, request.FILES)
    is_right = form.is_valid()
    draft = actions.lay(
        owner,
        actor=request.user,
        colours=form.colours,
        logo=form.cleaned_data.get("logo"),
        without_logo="without_logo" in request.POST,
        base=form.cleaned_data.get("base"),
        without_base="without_base" in request.POST,
    )
    if not is_right:
        return show(request, owner, form, draft, status=422)
    return redirect("house_style_preview", *keys_of(owner))


def show(
    request: HttpRequest, owner: Owner, form: HouseStyleForm, draft: HouseStyle | None, status: int = 200
) -> HttpResponse:
    versions, holds = versions_of(owner), style_of(owner)
    context = {
        **about(owner),
        "form": form,
        "colours": [
            (form[name], seen(form[name].value() or ""), form.proposals.get(name)) for name in COLOURS
        ],
        "draft": draft,
        "begun": draft or actions.begun(owner),
        "holds": holds,
        "is_own": holds is not None and actions.of(holds.owner) == actions.of(owner),
        "logo": logo_address(holds),
        "versions": versions,
    }
    return render(request, "housestyle/choose.html", context, status=status)


def seen(typed: str) -> str:
    """The colour that was typed, or "" when it is none."""
    try:
        return contrast.colour(typed)
    except ValueError:
        return ""


def about(owner: Owner) -> dict[str, Any]:
    scope, key = keys_of(owner)
    return {"owner": owner, "scope": scope, "key": key, "is_school": scope == "school"}


@page(ACT, load=owner_of)
def preview(request: HttpRequest, owner: Owner) -> HttpResponse:
    """The draft on a cover, on a piece of the paper, and as files to open; then one button."""
    if request.method == "POST":
        style = actions.take(owner, actor=request.user)
        messages.success(request, f"De huisstijl is in gebruik, als versie {style.number}.")
        return redirect("house_style", *keys_of(owner))
    draft = draft_or_404(owner)
    document = example.paper(owner, "sop", look(draft, owner))
    parts = [block for block in document.blocks if isinstance(block, Section)]
    context = {
        **about(owner),
        "draft": draft,
        "document": document,
        "parts": tuple(parts[1:2]),
        "kinds": [(kind, [(form, forms.FORMS[form].name) for form in FORMS]) for kind in PUBLIC.values()],
    }
    return themed(request, owner, "housestyle/preview.html", context)


def themed(request: HttpRequest, owner: Owner, template: str, context: dict[str, Any]) -> HttpResponse:
    """The page itself in the colours of the draft."""
    request.draft_of = keys_of(owner)  # type: ignore[attr-defined]  # the shell asks for its style sheet
    response = render(request, template, context)
    response["Cache-Control"] = "no-store"
    return response


def draft_or_404(owner: Owner) -> HouseStyle:
    draft = draft_of(owner)
    if draft is None:
        raise Http404
    return draft


@page(ACT, load=owner_of)
def preview_file(request: HttpRequest, owner: Owner, kind: str, form: str) -> HttpResponse:
    """A whole paper with invented words; made now, kept nowhere."""
    if kind not in PUBLIC or form not in FORMS:
        raise Http404
    made = forms.render(example.paper(owner, kind, look(draft_or_404(owner), owner)), form)
    name = f"voorbeeld-huisstijl-{kind}{forms.FORMS[form].ending}"
    how = "inline" if form == "pdf" else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(made, content_type=forms.FORMS[form].content_type, headers=headers)


@page(ACT, load=owner_of)
def preview_page(request: HttpRequest, owner: Owner) -> HttpResponse:
    """The public page with invented words, in the colours of the draft."""
    draft, school = draft_or_404(owner), example.school_of(owner)
    content, fmt = example.content_of(school)
    context = {
        **about(owner),
        "style_preview": True,
        "school": school,
        "page": school_page(content, fmt, PREVIEW),
        "papers": {},
        "logo": logo_of(draft),
    }
    return themed(request, owner, "publication/school.html", context)


@page(ACT, load=owner_of)
@require_POST
def give_up(request: HttpRequest, owner: Owner) -> HttpResponse:
    actions.give_up(owner, actor=request.user)
    messages.success(request, "Het voorbeeld is weg. Er is niets veranderd.")
    return redirect("house_style", *keys_of(owner))


@page(ACT, load=owner_of)
@require_POST
def without_base(request: HttpRequest, owner: Owner) -> HttpResponse:
    if actions.drop_base(owner, actor=request.user):
        messages.success(
            request, "Het Word-bestand is weg. Papieren in Word zijn weer zoals Dekkend ze maakt."
        )
    return redirect("house_style", *keys_of(owner))


@page(ACT, load=owner_of)
@require_POST
def end(request: HttpRequest, owner: Owner) -> HttpResponse:
    if actions.end(owner, actor=request.user):
        messages.success(request, "De eigen huisstijl geldt niet meer.")
    return redirect("house_style", *keys_of(owner))
