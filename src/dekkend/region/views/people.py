from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dekkend.process.gate import page
from dekkend.region import actions
from dekkend.region.forms import InviteForm
from dekkend.region.models import Alliance, Membership

from . import alliance_of


@page("manage_region", load=alliance_of)
def people(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """Who has which role where; and a form to invite somebody."""
    form = InviteForm(request.POST or None, alliance=alliance)
    if request.method == "POST" and form.is_valid():
        member = form.save(actor=request.user)
        messages.success(request, f"{member.user.email} is {member.get_role_display()} van {member.at}.")
        return redirect("people", alliance.slug)
    members = (
        within(alliance).select_related("user", "school", "board", "alliance").order_by("user__name", "pk")
    )
    if words := request.GET.get("zoek", "").strip():
        members = members.filter(Q(user__name__icontains=words) | Q(school__name__icontains=words))
    listed = Paginator(members, 50).get_page(request.GET.get("bladzijde"))
    return render(
        request, "region/people.html", {"alliance": alliance, "page": listed, "form": form, "words": words}
    )


@page("manage_region", load=alliance_of)
def member_removal(request: HttpRequest, alliance: Alliance, member: int) -> HttpResponse:
    found = get_object_or_404(within(alliance), pk=member)
    if request.method == "POST":
        actions.remove(alliance, found, actor=request.user)
        messages.success(
            request,
            f"{found.user.name} is geen {found.get_role_display()} van {found.at} meer. "
            "Was dat niet de bedoeling? Nodig deze persoon dan opnieuw uit.",
        )
    return redirect("people", alliance.slug)


def within(alliance: Alliance) -> QuerySet[Membership]:
    return Membership.objects.filter(
        Q(school__alliance=alliance) | Q(board__alliance=alliance) | Q(alliance=alliance)
    )
