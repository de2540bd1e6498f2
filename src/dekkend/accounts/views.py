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
        return render(request, "accounts/invitation_over.html", status=410)
    form = AcceptForm(request.POST or None, invitation=invitation)
    if request.method == "POST" and form.is_valid():
        login(request, form.save())
        return redirect("desk")
    return render(request, "accounts/invitation.html", {"form": form, "invitation": invitation})
