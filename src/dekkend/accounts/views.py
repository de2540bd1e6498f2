from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dekkend.process.gate import public

from .actions import invitation_of
from .forms import AcceptForm


@public
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password; afterwards the person is signed in."""
    invitation = invitation_of(token)
    if invitation is None:
        return over(request)
    form = AcceptForm(request.POST or None, invitation=invitation)
    if request.method == "POST" and form.is_valid():
        user = form.save()
        if user is None:
            return over(request)
        login(request, user)
        return redirect("desk")
    return render(request, "accounts/invitation.html", {"form": form, "invitation": invitation})


def over(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/invitation_over.html", status=410)
