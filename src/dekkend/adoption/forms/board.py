"""The board's reply, the further talk, and its decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dekkend.adoption.actions.board import last_day
from dekkend.adoption.models import Advice, Reply
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import day

from .fields import day_field, option, text


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
            ("no", option(_("Ja, helemaal"), _("Daarna kun je vaststellen."))),
            (
                "yes",
                option(
                    _("Nee, of niet helemaal"),
                    _("Je spreekt eerst verder met de MR. Daarna kun je vaststellen."),
                ),
            ),
        ],
    )

    def __init__(self, data: Any = None, *, advice: Advice | None) -> None:
        """Only remarks can be followed in part: who goes on after a negative advice departs from it anyway."""
        super().__init__(data)
        if advice is None or advice.kind != Advice.Kind.REMARKS:
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

    def __init__(self, data: Any = None, *, profile: Profile, reply: Reply | None) -> None:
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
        if self.reply and on < self.reply.given_on:
            told = _("De reactie op de MR is van {day}. Het besluit komt daarna.")
            raise forms.ValidationError(told.format(day=day(self.reply.given_on)))
        return on

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        on, until = told.get("on"), told.get("valid_until")
        last = last_day(self.profile, on) if on else None
        if until and last and not on <= until <= last:
            words = _("Kies een dag na het besluit, en uiterlijk {day}.").format(day=day(last))
            self.add_error("valid_until", words)
        return told


class ReasonForm(forms.Form):
    """For returning: the other reads this reason."""

    reason = text(
        _("Wat moet er anders?"),
        rows=4,
        hint=_("De school leest dit, past het profiel aan en dient het opnieuw in."),
    )
