"""Input of stations 4, 5 and 6. A form says what is wrong with its fields; the action says whether it may be."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import day
from dekkend.web.forms import DayInput, MarkdownInput, Option

from .actions.board import last_day
from .models import Advice, PupilVoice, Reply

WEEKS_FOR_ADVICE = 6
NEEDED = {"required": _("Vul dit in.")}
NO_DATE = {"required": _("Kies een datum."), "invalid": _("Dit is geen datum. Schrijf hem als 31-12-2027.")}


def text(
    label: Any, *, rows: int = 5, hint: Any = "", required: bool = True, markdown: bool = False
) -> forms.CharField:
    widget = MarkdownInput({"rows": rows}) if markdown else forms.Textarea({"rows": rows, "class": "voice"})
    return forms.CharField(
        label=label, help_text=hint, widget=widget, required=required, error_messages=NEEDED, max_length=20000
    )


def day_field(label: Any, hint: Any = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label, help_text=hint, widget=DayInput, required=required, error_messages=NO_DATE
    )


class PupilsForm(forms.Form):
    """Every field may stay empty while one writes; `submit` asks for all four."""

    method = text(
        _("Hoe mochten leerlingen hun mening geven?"),
        hint=_(
            "Bijvoorbeeld: de leerlingenraad, een kringgesprek in elke groep of een vragenlijst. Wie koos dat?"
        ),
        rows=3,
        required=False,
        markdown=True,
    )
    said = text(
        _("Wat zeiden zij, in het algemeen?"),
        hint=_("Schrijf op wat vaak terugkwam, over de hulp in de klas en over de extra hulp."),
        rows=4,
        required=False,
        markdown=True,
    )
    changed = text(
        _("Wat is daardoor veranderd?"),
        hint=_("En wat niet, en waarom niet? Ook dat is een antwoord."),
        rows=4,
        required=False,
        markdown=True,
    )
    heard_on = day_field(_("Wanneer was dat?"), _("De laatste dag, als het er meer waren."), required=False)

    def __init__(self, data: Any = None, *, row: PupilVoice) -> None:
        super().__init__(data, initial=row.values())

    def clean_heard_on(self) -> Any:
        on = self.cleaned_data["heard_on"]
        if on and on > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen. Vul in wanneer leerlingen gehoord zijn."))
        return on


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
        return max(soonest, profile.round.until("council") or soonest)

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
            ("positive", Option(_("Positief"), _("Het profiel kan zo worden vastgesteld."))),
            (
                "remarks",
                Option(
                    _("Positief, met opmerkingen"),
                    _("Het kan worden vastgesteld. Het bestuur zegt wat het met de opmerkingen doet."),
                ),
            ),
            ("negative", Option(_("Negatief"), _("Eerst moet er iets veranderen. Schrijf op wat."))),
        ],
    )
    text = text(
        _("Opmerkingen van de MR"),
        hint=_("Een opmerking per alinea: dan kan het bestuur op elke alinea antwoorden."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("kind") in ("remarks", "negative") and not told.get("text", "").strip():
            self.add_error("text", _("Schrijf op wat de MR anders wil. Het bestuur antwoordt daarop."))
        return told


class ReplyForm(forms.Form):
    text = text(
        _("Reactie van het bestuur"),
        hint=_("Zeg bij elke opmerking wat je ermee doet, en waarom. De MR leest dit."),
    )
    departs = forms.ChoiceField(
        label=_("Volg je het advies?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of je het advies volgt.")},
        choices=[
            ("no", Option(_("Ja, helemaal"), _("Daarna kun je vaststellen."))),
            (
                "yes",
                Option(
                    _("Nee, of niet helemaal"),
                    _("Je spreekt eerst verder met de MR. Daarna kun je vaststellen."),
                ),
            ),
        ],
    )

    def __init__(self, data: Any = None, *, advice: Advice) -> None:
        """Only remarks can be followed in part: who goes on after a negative advice departs from it anyway."""
        super().__init__(data)
        if advice.kind != Advice.Kind.REMARKS:
            del self.fields["departs"]

    @property
    def is_departing(self) -> bool:
        return bool(self.cleaned_data.get("departs") == "yes")


class TalkForm(forms.Form):
    on = day_field(
        _("Wanneer was het gesprek?"), _("Kwam de MR niet, vul dan de dag in waarop je het aanbood.")
    )
    outcome = text(_("Wat leverde het op?"), rows=4)

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("Dit gesprek moet nog komen. Leg het daarna vast."))
        return on


class AdoptForm(forms.Form):
    on = day_field(_("Datum van het besluit"))
    valid_until = day_field(_("Geldig tot en met"))
    remark = text(_("Opmerking bij het besluit"), rows=3, hint=_("De school leest dit."), required=False)

    def __init__(self, data: Any = None, *, profile: Profile, reply: Reply) -> None:
        super().__init__(data)
        self.profile, self.reply = profile, reply
        self.fields["on"].initial = timezone.localdate()
        self.fields["valid_until"].initial = profile.round.ends
        self.fields["valid_until"].help_text = _(
            "Het einde van het schooljaar, of later: het profiel geldt hoogstens {years} jaar. "
            "De tekst voor de schoolgids geldt alleen {schooljaar}."
        ).format(years=profile.format.validity_years, schooljaar=profile.round.schooljaar)

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("Kies vandaag of een dag die is geweest."))
        if on < self.reply.given_on:
            told = _("De reactie op de MR is van {day}. Het besluit komt daarna.")
            raise forms.ValidationError(told.format(day=day(self.reply.given_on)))
        return on

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        on, until = told.get("on"), told.get("valid_until")
        last = last_day(self.profile, on) if on else None
        if until and last and not on <= until <= last:
            words = _("Kies een dag na het besluit, en uiterlijk {day}.").format(
                day=last.strftime("%d-%m-%Y")
            )
            self.add_error("valid_until", words)
        return told


class ReasonForm(forms.Form):
    """For returning: the other reads this reason."""

    reason = text(
        _("Wat moet er anders?"),
        rows=4,
        hint=_("De school leest dit, past het profiel aan en dient het opnieuw in."),
    )
