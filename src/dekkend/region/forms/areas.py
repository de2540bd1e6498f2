from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.region import actions
from dekkend.region.duo.rows import LARGEST, BadFile, decoded, table
from dekkend.region.models import Alliance, Area, School
from dekkend.region.shapes import read_shapes

NAME = 80  # characters in the name of an area


class AssignForm(forms.Form):
    """A choice of area for each school on the page."""

    def __init__(self, *args: Any, alliance: Alliance, schools: Iterable[School], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alliance = alliance
        areas = list(alliance.areas.select_related("district"))
        self.areas = {str(area.pk): area for area in areas}
        choices = [("", _("geen wijk")), *((key, str(area)) for key, area in self.areas.items())]
        for school in schools:
            self.fields[f"school-{school.pk}"] = forms.ChoiceField(
                label=_("Wijk van %s") % school,
                choices=choices,
                required=False,
                initial=str(school.area_id or ""),
            )

    def rows(self) -> list[tuple[str, Any]]:
        return [(name.removeprefix("school-"), self[name]) for name in self.fields]

    def save(self, *, actor: Any) -> int:
        """Only schools that were on the page that was sent."""
        chosen: dict[int, Area | None] = {
            int(name.removeprefix("school-")): self.areas.get(value)
            for name, value in self.cleaned_data.items()
            if name in self.data
        }
        return actions.assign(self.alliance, chosen, actor=actor)


class AssignmentsForm(forms.Form):
    file = forms.FileField(
        label=_("CSV-bestand"),
        help_text=_("Twee kolommen: vestigingscode;wijk. De andere kolommen tellen niet mee."),
    )

    def __init__(self, *args: Any, alliance: Alliance, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alliance = alliance

    def clean_file(self) -> dict[int, Area | None]:
        try:
            raw = self.cleaned_data["file"].read(LARGEST + 1)
            rows = table(raw, ["vestigingscode", "wijk"], "dat “Lijst als rekenblad” geeft")
        except BadFile as fault:
            raise forms.ValidationError(str(fault)) from fault
        return self.chosen(rows)

    def chosen(self, rows: Iterable[dict[str, str]]) -> dict[int, Area | None]:
        """All or nothing: every unknown school or area is said with its line."""
        schools = {school.brin6: school.pk for school in self.alliance.schools.all()}
        areas = {area.name.casefold(): area for area in self.alliance.areas.all()}
        found: dict[int, Area | None] = {}
        faults = []
        for line, row in enumerate(rows, start=2):
            code, name = row["vestigingscode"], row["wijk"]
            if code not in schools:
                faults.append(f"Regel {line}: er is geen school met code {code or 'leeg'}.")
            elif name and name.casefold() not in areas:
                faults.append(f"Regel {line}: er is geen wijk {name}. Maak die eerst bij Wijken.")
            else:
                found[schools[code]] = areas.get(name.casefold())
        if faults:
            raise forms.ValidationError(faults[:10])
        return found

    def save(self, *, actor: Any) -> int:
        return actions.assign(self.alliance, self.cleaned_data["file"], actor=actor)


class AreaForm(forms.Form):
    name = forms.CharField(label=_("Naam van de wijk"), max_length=NAME)
    district = forms.CharField(label=_("Stadsdeel"), max_length=80)

    def __init__(self, *args: Any, alliance: Alliance, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alliance = alliance

    def save(self, *, actor: Any) -> Area:
        return actions.add_area(self.alliance, actor=actor, **self.cleaned_data)


class ShapesForm(forms.Form):
    district = forms.CharField(
        label=_("Stadsdeel"), max_length=80, help_text=_("Voor wijken die nog niet bestaan.")
    )
    file = forms.FileField(
        label=_("GeoJSON-bestand"), help_text=_("Elke vorm wordt een wijk, met de naam uit het bestand.")
    )

    def __init__(self, *args: Any, alliance: Alliance, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alliance = alliance

    def clean_file(self) -> dict[str, Any]:
        try:
            found = read_shapes(decoded(self.cleaned_data["file"].read(LARGEST + 1)))
        except (ValueError, BadFile) as fault:
            raise forms.ValidationError(
                _("Dit bestand is geen GeoJSON met vlakken. Kies een ander bestand.")
            ) from fault
        if not found or "" in found:
            raise forms.ValidationError(
                _("Niet elke vorm heeft een naam. Geef elke vorm een eigenschap naam of name.")
            )
        if longest := max((name for name in found if len(name) > NAME), key=len, default=""):
            raise forms.ValidationError(
                _("De naam %(name)s… is langer dan %(most)s tekens. Kort die in."),
                params={"name": longest[:30], "most": NAME},
            )
        return found

    def save(self, *, actor: Any) -> int:
        shapes = self.cleaned_data["file"]
        existing = {area.name: str(area.district) for area in self.alliance.areas.select_related("district")}
        for name, shape in shapes.items():
            district = existing.get(name, self.cleaned_data["district"])
            actions.add_area(self.alliance, actor=actor, name=name, district=district, shape=shape)
        return len(shapes)
