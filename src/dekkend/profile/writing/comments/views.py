"""Comments beside a text and in one list. Reading is see_comments."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import normalize_newlines
from django.views.decorators.http import require_POST

from dekkend.process.engine import Refused
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.writing.origins import same
from dekkend.profile.writing.queries import with_rows
from dekkend.profile.writing.views.paths import of_part

from . import actions
from .forms import SayForm, SuggestForm, WhyForm
from .models import Comment, CommentReply
from .queries import Beside, beside, by_spot, chosen, listed
from .rights import rights
from .texts import Text, all_texts
from .tying import mark_of


def url_of(profile: Profile, text: Text | Beside | None, anchor: str) -> str:
    """Where a text stands, with its comments unfolded; the list when it is gone."""
    if text is None:
        return f"{reverse('comments', args=[profile.pk])}#{anchor}"
    row = text.page and reverse("arrangement", args=[profile.pk, text.part, text.page])
    path = row or of_part(profile, text.part)
    return f"{path}?bij={text.spot}#{anchor}"


def texts_at(profile: Profile, spot: str) -> list[Text]:
    return by_spot(all_texts(with_rows(profile))).get(spot, [])


def back_to(request: HttpRequest, profile: Profile, comment: Comment) -> str:
    """The list for who came from it, else the text."""
    texts = [] if request.POST.get("list") else texts_at(profile, comment.spot)
    # A closed comment stands in the list only.
    anchor = f"opmerking-{comment.pk}" if comment.is_open or not texts else f"opmerkingen-{comment.spot}"
    return url_of(profile, texts[0] if texts else None, anchor)


@page("see_comments", load=profile_of)
def comments(request: HttpRequest, profile: Profile) -> HttpResponse:
    """All that was said: what is open, and folded what was closed."""
    found = listed(with_rows(profile))
    places = [(each, url_of(profile, each.beside, "") if each.beside else "") for each in found]
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="profile"),
        "at": "profile",
        "open": [(each, url) for each, url in places if each.open],
        "closed": [(each, url) for each, url in places if each.closed],
        "number": sum(len(each.open) for each in found),
        "in_list": True,
    }
    return render(request, "writing/comments/list.html", context | rights(request.user, profile))


EMPTY = "Hier staat nog geen tekst om anders te zeggen. Zeg in een opmerking wat hier moet komen."


@page("comment", load=profile_of)
def comment_new(request: HttpRequest, profile: Profile, spot: str) -> HttpResponse:
    """From the form beside a text; a page of its own when something is wrong with it, or without that form."""
    texts = texts_at(profile, spot)
    if not texts:
        raise Http404
    if "suggest" in request.POST:
        return begin_suggestion(request, profile, texts)
    form = SayForm(request.POST or None)
    if form.is_bound and form.is_valid():
        about, paragraph = chosen(texts, request.POST.get("about", ""))
        made = actions.comment(
            profile, about, form.cleaned_data["text"], paragraph=paragraph, actor=request.user
        )
        return redirect(url_of(profile, about, f"opmerking-{made.pk}"))
    return say(request, profile, form, **about_of(request, profile, texts))


def about_of(request: HttpRequest, profile: Profile, texts: list[Text]) -> dict[str, Any]:
    about = request.POST.get("about", "")
    return {"here": beside(texts, []), "about": about, "back": url_of(profile, texts[0], "")}


def begin_suggestion(request: HttpRequest, profile: Profile, texts: list[Text]) -> HttpResponse:
    """The form of a suggestion, filled with the paragraph that was chosen: the one, where there is but one."""
    about, paragraph = chosen(texts, request.POST.get("about", ""))
    if not paragraph and len(about.paragraphs) == 1:
        paragraph = f"0.{mark_of(about.paragraphs[0])}"
    part, _ = actions.paragraph_of(about, paragraph)
    typed = request.POST.get("text", "")
    shown = about_of(request, profile, texts) | {"about": f"{about.field}:{paragraph}"}
    if part:
        form: SayForm = SuggestForm(initial={"proposal": part, "text": typed})
        return say(request, profile, form, seen=part, **shown)
    form = SayForm(request.POST)
    form.is_valid()
    told = "Kies eerst voor welke alinea je een andere tekst voorstelt." if about.paragraphs else EMPTY
    form.errors["text"] = form.error_class([told])
    return say(request, profile, form, chooses=bool(about.paragraphs), **shown)


@page("suggest", load=profile_of)
@require_POST
def suggestion_new(request: HttpRequest, profile: Profile, spot: str) -> HttpResponse:
    texts = texts_at(profile, spot)
    if not texts:
        raise Http404
    form, seen = SuggestForm(request.POST), normalize_newlines(request.POST.get("seen", ""))
    if form.is_valid() and same(form.cleaned_data["proposal"], seen):
        form.add_error("proposal", "Dit is wat er al staat. Verander iets aan de tekst.")
    if form.errors:
        return say(request, profile, form, seen=seen, **about_of(request, profile, texts))
    about, paragraph = chosen(texts, request.POST.get("about", ""))
    told = {"why": form.cleaned_data["text"], "seen": seen, "paragraph": paragraph, "actor": request.user}
    made = actions.suggest(profile, about, form.cleaned_data["proposal"], **told)
    return redirect(url_of(profile, about, f"opmerking-{made.pk}"))


@page("settle_suggestion", load=profile_of)
@require_POST
def suggestion_settle(request: HttpRequest, profile: Profile, comment: int) -> HttpResponse:
    """Take it over as it was shown, or not, with a word."""
    row = get_object_or_404(profile.comments, pk=comment)
    about = next((text for text in texts_at(profile, row.spot) if text.field == row.field), None)
    if "take" in request.POST:
        if about is None or about.row is None:
            raise Refused(actions.GONE)
        actions.accept(profile, row, about, seen=request.POST["take"], actor=request.user)
        messages.success(request, "Overgenomen. De alinea staat nu zo in het profiel.")
    else:
        form = WhyForm(request.POST)
        if not form.is_valid():
            shown = {"declines": row, "back": back_to(request, profile, row)}
            return say(request, profile, form, in_list=request.POST.get("list"), **shown)
        actions.decline(profile, row, form.cleaned_data["text"], actor=request.user)
        messages.success(
            request, "Het voorstel is niet overgenomen. In de lijst met opmerkingen staat waarom."
        )
    row.refresh_from_db()
    return redirect(back_to(request, profile, row))


def say(request: HttpRequest, profile: Profile, form: SayForm, **shown: Any) -> HttpResponse:
    """Nothing that was typed is lost."""
    road = road_of(profile, request.user, at="profile")
    context = {"profile": profile, "road": road, "at": "profile", "form": form, **shown}
    return render(request, "writing/comments/say.html", context, status=422 if form.errors else 200)


@page("comment", load=profile_of)
def comment_reply(request: HttpRequest, profile: Profile, comment: int) -> HttpResponse:
    row = get_object_or_404(profile.comments, pk=comment)
    form = SayForm(request.POST or None)
    form.fields["text"].label = "Je antwoord"
    if form.is_bound and form.is_valid():
        actions.reply(profile, row, form.cleaned_data["text"], actor=request.user)
        return redirect(back_to(request, profile, row))
    shown = {"answers": row, "back": back_to(request, profile, row), "in_list": request.POST.get("list")}
    return say(request, profile, form, **shown)


@page("close_comment", load=profile_of)
@require_POST
def comment_state(request: HttpRequest, profile: Profile, comment: int) -> HttpResponse:
    """Close, or open again."""
    row = get_object_or_404(profile.comments, pk=comment)
    if request.POST.get("to") == "open":
        actions.reopen(profile, row, actor=request.user)
    else:
        actions.resolve(profile, row, actor=request.user)
        messages.success(
            request, "De opmerking is gesloten. In de lijst met opmerkingen blijft zij te lezen."
        )
    row.refresh_from_db()
    return redirect(back_to(request, profile, row))


@page("comment", load=profile_of)
@require_POST
def comment_removal(request: HttpRequest, profile: Profile, comment: int) -> HttpResponse:
    """Take one's own words back: the comment, or one answer to it."""
    row = get_object_or_404(profile.comments, pk=comment)
    said: Comment | CommentReply = row
    if request.POST.get("reply"):
        said = get_object_or_404(row.replies.select_related("comment"), pk=number(request.POST["reply"]))
    back = back_to(request, profile, row)
    actions.take_back(profile, said, actor=request.user)
    messages.success(request, "Je woorden zijn weggehaald.")
    return redirect(back)


def number(told: str) -> int:
    if not told.isdecimal():
        raise Http404
    return int(told)
