from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.web.forms import DayInput

from . import extensions
from .models import Extension, Profile
from .road import NAMES, day


class ExtensionForm(forms.Form):
    """Asked by the head; with `giving` given by the samenwerkingsverband."""

    station = forms.ChoiceField(label=_("Voor welke stap?"))
    until = forms.DateField(label=_("Tot en met"), widget=DayInput())
    reason = forms.CharField(
        label=_("Waarom?"),
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("De school en het samenwerkingsverband lezen dit. Noem geen leerlingen."),
    )

    def __init__(self, *args: Any, profile: Profile, giving: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.profile, self.giving = profile, giving
        ahead = extensions.stations_ahead(profile)
        self.fields["station"].choices = [  # type: ignore[attr-defined]
            (key, f"{NAMES[key]}, nu tot {day(profile.until(key))}") for key in ahead
        ]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("station") and told.get("until"):
            try:
                extensions.must_be_later(self.profile, told["station"], told["until"])
            except extensions.Refused as refusal:
                self.add_error("until", str(refusal))
        return told

    def save(self, *, actor: Any) -> None:
        act = extensions.give if self.giving else extensions.ask
        act(self.profile, actor=actor, **self.cleaned_data)


class AnswerForm(forms.Form):
    """Yes or no to what a school asked."""

    until = forms.DateField(label=_("Tot en met"), widget=DayInput())
    reason = forms.CharField(
        label=_("Antwoord aan de school"), max_length=600, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, data: Any = None, *, asked: Extension) -> None:
        super().__init__(data, initial={"until": asked.until}, prefix=f"vraag-{asked.pk}")
        self.asked = asked

    def save(self, *, actor: Any, give: bool) -> None:
        told, asked = self.cleaned_data, self.asked
        if give:
            extensions.give(asked.profile, actor=actor, station=asked.station, asked=asked, **told)
        else:
            extensions.decline(asked.profile, actor=actor, asked=asked, reason=told["reason"])
