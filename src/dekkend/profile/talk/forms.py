from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Functions, never names: the report needs no more.
ROLES = (
    "leerkrachten",
    "onderwijsassistenten",
    "intern begeleider",
    "specialisten",
    "directeur",
    "begeleider van het samenwerkingsverband",
)
DATE = {"invalid": _("Schrijf de datum als 1-6-2027.")}


def day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={**DATE, "required": _("Vul de datum van het gesprek in.")},
        **options,
    )


def number(label: Any, least: int, most: int, *, wrong: Any, **options: Any) -> forms.IntegerField:
    names = ("required", "invalid", "min_value", "max_value")
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, error_messages=dict.fromkeys(names, wrong), **options
    )


class PrepareForm(forms.Form):
    """How long the talk takes, with how many people, and when."""

    minutes = number(
        _("Minuten voor het gesprek"), 10, 240, wrong=_("Schrijf een getal van 10 tot en met 240, zoals 60.")
    )
    people = number(_("Aantal mensen"), 2, 100, wrong=_("Schrijf een getal van 2 tot en met 100, zoals 12."))
    on = day(_("Datum"), required=False)


class MinutesForm(forms.Form):
    """The minutes of every item on the agenda: `minutes.<item>`."""

    PREFIX = "minutes."

    def __init__(self, data: Any, *, items: list[str]) -> None:
        super().__init__(data)
        for item in items:
            wrong = _("Schrijf bij elk onderdeel een getal van 1 tot en met 120.")
            self.fields[self.PREFIX + item] = number("", 1, 120, wrong=wrong, required=False)

    @property
    def minutes(self) -> dict[str, int]:
        """What was sent and is a number; the rest stays as it is."""
        sent = {name.removeprefix(self.PREFIX): value for name, value in self.cleaned_data.items()}
        return {item: value for item, value in sent.items() if value}

    @property
    def typed(self) -> dict[str, str]:
        """As it was typed, also what is no number: it is shown again."""
        names = [name for name in self.fields if name in self.data]
        return {name.removeprefix(self.PREFIX): self.data[name] for name in names}

    @property
    def wrong(self) -> set[str]:
        """The items whose minutes cannot be."""
        return {name.removeprefix(self.PREFIX) for name in self.errors}

    @property
    def fault(self) -> str:
        return next((str(error) for errors in self.errors.values() for error in errors), "")


class CloseForm(forms.Form):
    on = day(_("Wanneer was het gesprek?"))
    roles = forms.MultipleChoiceField(
        label=_("Wie waren er?"),
        choices=[(role, role[0].upper() + role[1:]) for role in ROLES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Kies alleen functies die op de lijst staan.")},
    )
    others = forms.CharField(
        label=_("Wie nog meer"),
        help_text=_("Schrijf functies op, geen namen. Zet een komma tussen twee functies."),
        max_length=200,
        required=False,
    )

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen. Sluit het gesprek als het is geweest."))
        return on

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        more = [part.strip() for part in data.get("others", "").split(",") if part.strip()]
        if not self.errors and not data.get("roles") and not more:
            self.add_error("roles", _("Kies ten minste één functie, of schrijf er een bij."))
        data["present"] = [*data.get("roles", []), *more]
        return data
