from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class RecallForm(forms.Form):
    """Board and council read the reason."""

    reason = forms.CharField(
        label=_("Waarom haal je het profiel terug?"),
        help_text=_("Het bestuur en de MR lezen dit."),
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Schrijf op waarom. De ander leest deze reden.")},
        max_length=2000,
    )
