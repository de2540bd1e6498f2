"""The door for whoever has a slip: type the code, and land at the copy."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from dekkend.process.gate import public

from ..codes import SLIPS
from ..queries import copies_behind
from ..teamforms import CodeForm

UNKNOWN = (
    "Deze code kennen we niet. Kijk nog eens op je briefje of in je mail. "
    "Kreeg je later een nieuw briefje? Gebruik dan dat."
)
TOO_MANY = "Vanaf deze plek zijn veel verkeerde codes geprobeerd. Wacht een minuut, of scan de QR-code op je briefje."


@public
@never_cache
def enter(request: HttpRequest) -> HttpResponse:
    """Only wrong codes count against an address: a whole team may come in from one building."""
    form = CodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "checklist/code.html", {"form": form}, status=422 if form.errors else 200)
    if not SLIPS.may_try(request):
        form.add_error("code", TOO_MANY)
        return render(request, "checklist/code.html", {"form": form}, status=429)
    code = SLIPS.plain(form.cleaned_data["code"])
    copy = copies_behind(code).first() if code else None
    if copy is not None:
        return redirect("anonymous_copy", copy.profile_id, code)
    SLIPS.was_wrong(request)
    form.add_error("code", UNKNOWN)
    return render(request, "checklist/code.html", {"form": form}, status=422)
