from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from dekkend.adoption.actions import tell_pupils
from dekkend.adoption.forms import PupilsForm
from dekkend.adoption.models import PupilVoice
from dekkend.adoption.stations import pupils as progress
from dekkend.audit.revisions import Saved
from dekkend.audit.saving import base_of, respond
from dekkend.process.engine import closed_because, may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of


@page("see_pupils", load=profile_of)
def pupils(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Station 4: how pupils were heard, what they said, and what it changed."""
    row = PupilVoice.objects.filter(profile=profile).first() or PupilVoice(profile=profile)
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="pupils"),
        "row": row,
        "form": PupilsForm(row=row),
        "open": progress(profile).open,
        "may_tell": may("tell_pupils", request.user, profile),
        "closed": "" if profile.is_open else closed_because(profile),
    }
    return render(request, "adoption/pupils.html", context)


@page("tell_pupils", load=profile_of)
@require_POST
def pupils_text(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Saves by itself; two people who write at once both keep their text."""

    def save() -> Saved:
        form = PupilsForm(request.POST, row=PupilVoice(profile=profile))
        if not form.is_valid():
            raise ValidationError(form.errors.as_data())
        changes = {name: form.cleaned_data[name] for name in PupilVoice.written if name in request.POST}
        return tell_pupils(profile, actor=request.user, changes=changes, base=base_of(request))

    labels = {name: str(field.label) for name, field in PupilsForm.base_fields.items()}
    back = reverse("pupils", args=[profile.pk])
    return respond(request, save, labels=labels, back=back, state=lambda: {"open": progress(profile).open})
