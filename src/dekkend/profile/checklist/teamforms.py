"""What is filled in to ask the team, and at the door behind a slip."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dekkend.audit.actions import SOMEONE
from dekkend.formats.model import Format
from dekkend.profile.base.models import Profile

from .coverage import BY_HAND, EVERYTHING, choices_of, chosen, for_audience, proposals
from .queries import Member


class NamingForm(forms.Form):
    """Who fills in, and how: chosen before the first personal copy; by name or anonymous never changes afterwards."""

    asking = forms.ChoiceField(
        label=_("Wie vult de checklist in?"),
        required=False,
        choices=[choice for choice in Profile.Asking.choices if choice[0]],
        error_messages={"invalid_choice": _("Kies wie de checklist invult.")},
    )
    naming = forms.ChoiceField(
        label=_("Hoe antwoordt het team?"),
        required=False,
        choices=[choice for choice in Profile.Naming.choices if choice[0]],
        error_messages={"invalid_choice": _("Kies op naam of anoniem.")},
    )

    def __init__(self, data: Any = None, *, profile: Profile) -> None:
        super().__init__(data, initial={"naming": profile.naming, "asking": profile.asking})
        self.profile = profile

    def clean(self) -> dict[str, Any]:
        """What was not sent stays as it is. The shared copy alone needs no naming."""
        told: dict[str, Any] = super().clean() or {}
        told["asking"] = told.get("asking") or self.profile.asking or Profile.Asking.WHOLE
        if "naming" in told:
            told["naming"] = told["naming"] or self.profile.naming
            if told["asking"] != Profile.Asking.SHARED and not told["naming"]:
                self.add_error("naming", _("Kies op naam of anoniem."))
        return told


def what_to_ask(fmt: Format, **more: Any) -> forms.ChoiceField:
    """Everything, what fits a function, or chosen by hand."""
    return forms.ChoiceField(
        choices=choices_of(fmt, **more),
        required=False,
        error_messages={"invalid_choice": _("Kies welke onderdelen je vraagt.")},
    )


class AskForm(forms.Form):
    """Which colleagues get an own copy, and of which items."""

    people = forms.TypedMultipleChoiceField(
        label=_("Wie vraag je?"),
        coerce=int,
        error_messages={
            "required": _("Kruis ten minste één collega aan."),
            "invalid_choice": _("Kies alleen collega’s die op de lijst staan."),
        },
    )
    questions = forms.MultipleChoiceField(
        label=_("Zelf gekozen vragen"),
        required=False,
        error_messages={"invalid_choice": _("Kies alleen vragen die op de lijst staan.")},
    )

    data: Any  # a QueryDict, or {} when nothing was sent

    def __init__(self, data: Any, *, team: list[Member], profile: Profile) -> None:
        super().__init__(data)
        self.team, self.format = team, profile.format
        self.proposed = {member.user_id: EVERYTHING for member in team}
        if profile.asking == Profile.Asking.PARTS:
            fits = {member.user_id: member.audience for member in team}
            anonymous = profile.naming == Profile.Naming.ANONYMOUS
            self.proposed = proposals(self.format, fits, anonymous=anonymous)
        choice: Any = self.fields["people"]
        choice.choices = [(member.user_id, member.name) for member in team]
        questions: Any = self.fields["questions"]
        questions.choices = [(each.id, each.text) for each in self.format.questions]
        for member in team:
            self.fields[f"what-{member.user_id}"] = what_to_ask(self.format)

    def rows(self) -> list[dict[str, Any]]:
        """Every colleague with what is ticked and chosen, also after a fault."""
        sent = set(self.data.getlist("people")) if self.is_bound else None
        return [
            {
                "member": member,
                "ticked": sent is None or str(member.user_id) in sent,
                "name": f"what-{member.user_id}",
                "chosen": self.data.get(f"what-{member.user_id}") or self.proposed[member.user_id],
            }
            for member in self.team
        ]

    def by_hand(self) -> list[dict[str, Any]]:
        sent = self.data.getlist("questions") if self.is_bound else []
        return [{"question": each, "ticked": each.id in sent} for each in self.format.questions]

    def choice(self, member: Member) -> str:
        return self.cleaned_data.get(f"what-{member.user_id}") or self.proposed[member.user_id]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        asked = set(told.get("people") or [])
        by_hand = any(m.user_id in asked and self.choice(m) == BY_HAND for m in self.team)
        if by_hand and "questions" in told and not told["questions"]:
            self.add_error("questions", _("Kruis aan welke vragen je zelf kiest."))
        return told

    def chosen(self) -> list[Member]:
        return [member for member in self.team if member.user_id in self.cleaned_data["people"]]

    def covers(self) -> dict[int, list[str]]:
        """User -> items, of everybody who is asked."""
        by_hand = self.cleaned_data["questions"]
        return {
            member.user_id: chosen(self.format, self.choice(member), by_hand)
            for member in self.chosen()
            if member.user_id is not None
        }


class SlipsForm(forms.Form):
    """How many printed slips, one for each colleague, and for whom."""

    number = forms.IntegerField(
        label=_("Aantal briefjes"),
        min_value=1,
        max_value=100,
        error_messages={
            "required": _("Schrijf hoeveel briefjes je nodig hebt."),
            "invalid": _("Schrijf een getal, zoals 18."),
            "min_value": _("Maak ten minste één briefje."),
            "max_value": _("Maak ten hoogste 100 briefjes tegelijk."),
        },
    )

    def __init__(self, data: Any = None, *, profile: Profile, **more: Any) -> None:
        super().__init__(data, **more)
        self.format = profile.format
        self.fields["what"] = what_to_ask(self.format, by_hand=False)

    def covers(self) -> list[str]:
        return chosen(self.format, self.cleaned_data["what"] or EVERYTHING)


class ColleagueForm(forms.Form):
    """Somebody without an account: name, function, and what to ask."""

    name = forms.CharField(
        label=_("Naam"), max_length=120, error_messages={"required": _("Schrijf hoe deze collega heet.")}
    )
    function = forms.CharField(
        label=_("Functie"),
        max_length=80,
        help_text=_(
            "Zoals: leerkracht groep 3. In de dialoog staat de functie bij de antwoorden, niet de naam."
        ),
        error_messages={"required": _("Schrijf de functie, zoals leerkracht groep 3.")},
    )

    def __init__(self, data: Any = None, *, profile: Profile) -> None:
        super().__init__(data)
        self.format = profile.format
        self.in_parts = profile.asking == Profile.Asking.PARTS

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if name.lower() == SOMEONE:
            raise ValidationError(_("Schrijf hoe deze collega heet."))
        return name

    def covers(self) -> list[str]:
        """What fits the function, when the school asks in parts; it can be changed afterwards."""
        audience = self.format.audience_of(self.cleaned_data["function"]) if self.in_parts else ""
        return for_audience(self.format, audience)


class CoverageForm(forms.Form):
    """The items one colleague is asked."""

    items = forms.MultipleChoiceField(
        label=_("Onderdelen"),
        error_messages={
            "required": _("Kruis ten minste één onderdeel aan."),
            "invalid_choice": _("Kies alleen onderdelen die op de lijst staan."),
        },
    )

    def __init__(self, data: Any = None, *, profile: Profile) -> None:
        super().__init__(data)
        choice: Any = self.fields["items"]
        choice.choices = [(item.id, item.text) for item in profile.format.items]


class CodeForm(forms.Form):
    """The code of a slip, typed over."""

    code = forms.CharField(
        label=_("Code"),
        max_length=60,
        help_text=_("Twaalf letters en cijfers. Streepjes en hoofdletters maken niet uit."),
        error_messages={"required": _("Typ de code van je briefje.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
                "class": "input--code",
            }
        ),
    )
