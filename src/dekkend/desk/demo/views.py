from django.conf import settings
from django.contrib.auth import login
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode

from dekkend.accounts.models import User
from dekkend.process.gate import public
from dekkend.region.models import Membership

from . import postbox
from .cast import PLAYERS, address

LETTERS = 25  # on a page


@public
def roles(request: HttpRequest) -> HttpResponse:
    """Who do you want to be? One press."""
    if not settings.DEMO:
        raise Http404
    members = Membership.objects.select_related("school", "board", "alliance").filter(
        user__email__in=[address(player.key) for player in PLAYERS]
    )
    places: dict[int, str] = {}
    for member in members.order_by("pk"):  # the first is where the story of this person is
        places.setdefault(member.user_id, str(member.at))
    users = {user.email: user for user in User.objects.filter(pk__in=places)}
    listed = [
        (player, users[address(player.key)], places[users[address(player.key)].pk])
        for player in PLAYERS
        if address(player.key) in users
    ]
    return render(request, "demo/roles.html", {"players": listed})


@public
def sign_in(request: HttpRequest, key: str) -> HttpResponse:
    """Come in as this person. The address exists in the demonstration only."""
    if not settings.DEMO or request.method != "POST" or key not in {player.key for player in PLAYERS}:
        raise Http404
    login(request, get_object_or_404(User, email=address(key)))
    return redirect("desk")


@public
def mailbox(request: HttpRequest) -> HttpResponse:
    """The letters that would have been sent, by recipient."""
    if not settings.DEMO:
        raise Http404
    found, to = postbox.addressed(), request.GET.get("aan", "")
    page = Paginator([file for file, whose in found if to in ("", whose)], LETTERS).get_page(
        request.GET.get("bladzijde")
    )
    context = {
        "page": page,
        "letters": [postbox.read(file) for file in page],
        "people": sorted({whose for _, whose in found}),
        "to": to,
        "query": f"{urlencode({'aan': to})}&" if to else "",
    }
    return render(request, "demo/postbox.html", context)


@public
def enclosure(request: HttpRequest, key: str, number: int) -> HttpResponse:
    found = postbox.attachment(key, number) if settings.DEMO else None
    if found is None:
        raise Http404
    name, kind, content = found
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
