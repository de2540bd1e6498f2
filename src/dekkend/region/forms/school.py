from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from dekkend.audit.actions import record
from dekkend.process.engine import check
from dekkend.region.actions import add_school
from dekkend.region.models import Alliance, School

FIELDS = [
    "brin6", "name", "kind", "board", "area", "street", "postcode", "city",
    "denomination", "phone", "phone_confirmed", "email", "website",
]  # fmt: skip


class SchoolForm(forms.ModelForm):
    class Meta:
        model = School
        fields = FIELDS
        labels = {
            "board": _("Bestuur"),
            "area": _("Wijk"),
            "denomination": _("Richting"),
            "phone_confirmed": _("De school wil dit nummer publiek hebben"),
        }
        error_messages: ClassVar = {
            "brin6": {"unique": _("Deze school staat er al. Zoek haar op in de lijst van scholen.")}
        }
        help_texts = {"brin6": _("Zes tekens, zoals 12AB00.")}

    def __init__(self, *args: Any, alliance: Alliance, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alliance = alliance
        self.fields["board"].queryset = alliance.boards.all()  # type: ignore[attr-defined]
        self.fields["area"].queryset = alliance.areas.all()  # type: ignore[attr-defined]
        self.fields["board"].empty_label = _("Kies een bestuur")  # type: ignore[attr-defined]
        self.fields["area"].empty_label = _("Nog geen wijk")  # type: ignore[attr-defined]
        if self.instance.pk:
            self.fields["brin6"].disabled = True

    @transaction.atomic
    def keep(self, *, actor: Any) -> School:
        if not self.instance.pk:
            return add_school(self.alliance, self.save(commit=False), actor=actor)
        who = check("manage_region", self.alliance, actor=actor)
        school = self.save()
        record("edit_school", actor=who, place=school.place, data={"fields": self.changed_data})
        return school
