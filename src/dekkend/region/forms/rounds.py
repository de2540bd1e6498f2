from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.formats.queries import get_format, known_refs
from dekkend.region import actions
from dekkend.region.models import Alliance, ProvisionCatalogue, Round
from dekkend.region.models.round import STATIONS


class RoundForm(forms.Form):
    first_year = forms.IntegerField(
        label=_("Eerste jaar van het schooljaar"),
        min_value=2024,
        max_value=2100,
        help_text=_("2027 is 2027-2028."),
    )
    format_ref = forms.ChoiceField(label=_("Checklist en format"))
    catalogue = forms.ModelChoiceField(
        label=_("Basisvoorzieningen"), queryset=ProvisionCatalogue.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, alliance: Alliance, round: Round | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alliance, self.round = alliance, round
        known = [get_format(ref) for ref in known_refs()]
        self.fields["format_ref"].choices = [(one.ref, f"{one.name}, {one.version}") for one in known]  # type: ignore[attr-defined]
        self.fields["catalogue"].queryset = alliance.catalogues.all()  # type: ignore[attr-defined]
        for key, station in STATIONS:
            self.fields[f"until_{key}"] = forms.DateField(
                label=_("%s tot en met") % station,
                required=False,
                initial=round.until(key) if round else None,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )
        if round:
            for name in ("first_year", "format_ref", "catalogue"):
                del self.fields[name]

    def clean_first_year(self) -> int:
        """A new round never writes over one that schools are working in."""
        year: int = self.cleaned_data["first_year"]
        if self.alliance.rounds.filter(first_year=year).exists():
            raise forms.ValidationError(
                _("De ronde %(first)d-%(last)d is er al. Haar data wijzig je bij Beheer."),
                params={"first": year, "last": year + 1},
            )
        return year

    def clean(self) -> dict[str, Any]:
        """A later station is not due before an earlier one."""
        told: dict[str, Any] = super().clean() or {}
        before = None
        for key, name in STATIONS:
            day = told.get(f"until_{key}")
            if day and before and day < before:
                self.add_error(f"until_{key}", _("%s komt later op de weg, dus ook later in de tijd.") % name)
            before = day or before
        return told

    def save(self, *, actor: Any) -> Round:
        told = self.cleaned_data
        made = self.round
        return actions.open_round(
            self.alliance,
            actor=actor,
            first_year=made.first_year if made else told["first_year"],
            format_ref=made.format_ref if made else told["format_ref"],
            catalogue=made.catalogue if made else told["catalogue"],
            dates={key: told[f"until_{key}"] for key, _name in STATIONS},
        )
