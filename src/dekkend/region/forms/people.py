from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.region import actions
from dekkend.region.models import Alliance, Membership

# What to choose for a role that does not belong at the place that was chosen.
WHERE = {
    "school": _("Kies de school waar deze rol bij hoort."),
    "board": _("Kies het bestuur waar deze rol bij hoort."),
    "alliance": _("Deze rol geldt voor het hele samenwerkingsverband. Kies geen school of bestuur."),
}


class InviteForm(forms.Form):
    name = forms.CharField(label=_("Naam"), max_length=120)
    email = forms.EmailField(label=_("E-mailadres"))
    role = forms.ChoiceField(label=_("Rol"), choices=[("", _("Kies een rol")), *Membership.Role.choices])
    place = forms.ChoiceField(
        label=_("Van"),
        help_text=_("Bij een rol van het samenwerkingsverband kies je hier niets."),
    )

    def __init__(self, *args: Any, alliance: Alliance, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alliance = alliance
        schools, boards = alliance.schools.present(), alliance.boards.all()
        self.places = {f"school-{one.pk}": one for one in schools} | {
            f"board-{one.pk}": one for one in boards
        }
        self.fields["place"].required = False
        self.fields["place"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een school of bestuur")),
            (_("Scholen"), [(f"school-{one.pk}", str(one)) for one in schools]),
            (_("Besturen"), [(f"board-{one.pk}", str(one)) for one in boards]),
        ]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        scope = (told.get("place") or "alliance").partition("-")[0]
        fitting = {
            "school": Membership.AT_SCHOOL,
            "board": Membership.AT_BOARD,
            "alliance": Membership.AT_ALLIANCE,
        }
        if told.get("role") and told["role"] not in fitting[scope]:
            self.add_error("place", WHERE[next(kind for kind in fitting if told["role"] in fitting[kind])])
        return told

    def save(self, *, actor: Any) -> Membership:
        told = self.cleaned_data
        at = self.places.get(told["place"], self.alliance)
        return actions.invite(
            self.alliance, actor=actor, email=told["email"], name=told["name"], role=told["role"], at=at
        )
