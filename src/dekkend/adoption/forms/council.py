"""What is asked of the council, and what it says."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dekkend.profile.base.models import Profile

from .fields import day_field, option, text

WEEKS_FOR_ADVICE = 6


class AskForm(forms.Form):
    term_ends = day_field(_("Advies uiterlijk op"))

    def __init__(self, data: Any = None, *, profile: Profile) -> None:
        super().__init__(data)
        self.fields["term_ends"].initial = self.proposed(profile)
        self.fields["term_ends"].help_text = _(
            "Kijk welke termijn in het reglement van de MR staat. Zes weken zonder vakantie is gebruikelijk."
        )

    @staticmethod
    def proposed(profile: Profile) -> Any:
        """Six weeks from now, or the day of the round when that is later."""
        soonest = timezone.localdate() + timedelta(weeks=WEEKS_FOR_ADVICE)
        return max(soonest, profile.until("council") or soonest)

    def clean_term_ends(self) -> Any:
        on = self.cleaned_data["term_ends"]
        if on <= timezone.localdate():
            raise forms.ValidationError(_("Kies een datum na vandaag: de MR heeft tijd nodig."))
        return on


class AdviceForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("De MR adviseert"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat de MR adviseert.")},
        choices=[
            ("positive", option(_("Positief"), _("Het profiel kan zo worden vastgesteld."))),
            (
                "remarks",
                option(
                    _("Positief, met opmerkingen"),
                    _("Het kan worden vastgesteld. Het bestuur zegt wat het met de opmerkingen doet."),
                ),
            ),
            ("negative", option(_("Negatief"), _("Eerst moet er iets veranderen. Schrijf op wat."))),
        ],
    )
    text = text(
        _("Opmerkingen van de MR"),
        hint=_(
            "Eén opmerking per alinea; het bestuur antwoordt op elke. Nodig bij opmerkingen en bij negatief."
        ),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("kind") in ("remarks", "negative") and not told.get("text", "").strip():
            self.add_error("text", _("Schrijf op wat de MR anders wil. Het bestuur antwoordt daarop."))
        return told
