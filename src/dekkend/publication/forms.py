from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import SupportNeed
from dekkend.region.models import Alliance

from .places import point_of, postcode4


class FindForm(forms.Form):
    """What a parent looks for. Every field may stay empty; what cannot be read is said, and the rest still counts."""

    behoefte = forms.ChoiceField(label=_("Mijn kind heeft hulp nodig bij"), required=False)
    waar = forms.CharField(
        label=_("Postcode, plaats of wijk"),
        required=False,
        max_length=60,
        widget=forms.TextInput({"autocomplete": "postal-code"}),
        error_messages={
            "max_length": _("Dit is te lang. Schrijf een postcode, zoals 1315, of een plaats of wijk.")
        },
    )
    woorden = forms.CharField(
        label=_("Woorden in het profiel"),
        required=False,
        max_length=120,
        error_messages={"max_length": _("Dit is te lang. Zoek met een paar woorden.")},
    )
    verband = forms.ChoiceField(label=_("Samenwerkingsverband"), required=False)

    def __init__(self, data: Any, *, needs: list[SupportNeed], alliances: list[Alliance]) -> None:
        super().__init__(data, use_required_attribute=False)
        behoefte: Any = self.fields["behoefte"]
        behoefte.choices = [("", _("Alles")), *((need.id, need.label) for need in needs)]
        behoefte.error_messages["invalid_choice"] = _(
            "Deze behoefte kennen we niet. Kies er een uit de lijst."
        )
        verband: Any = self.fields["verband"]
        verband.choices = [("", _("Alle")), *((alliance.slug, alliance.name) for alliance in alliances)]
        verband.error_messages["invalid_choice"] = _(
            "Dit samenwerkingsverband kennen we niet. Kies er een uit de lijst."
        )
        if len(alliances) < 2:
            del self.fields["verband"]

    def clean_waar(self) -> str:
        where: str = self.cleaned_data["waar"]
        if (code := postcode4(where)) and point_of(code) is None:
            raise forms.ValidationError(
                _("Postcode %(code)s kennen we hier niet. Kijk of hij klopt, of schrijf een plaats of wijk."),
                params={"code": code},
            )
        return where


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Waarom trek je dit profiel in?"),
        help_text=_("Deze reden staat op de openbare pagina, met het adres van de school."),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Schrijf op waarom. Wie de pagina zoekt, leest deze reden.")},
    )
