"""The rows of a profile: arrangements and their things, specialisations, boundaries, improvement points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Column, Format, Section
from dekkend.profile.writing.amounts import AMOUNTS, TERMS
from dekkend.profile.writing.models import Arrangement, Boundary, ImprovementPoint, Specialisation, Thing
from dekkend.web.forms import DayInput, MarkdownInput

from .amounts import TimeField, WholeField
from .values import Prose


def capital(choices: Any) -> list[tuple[str, str]]:
    """ "de wijk" -> "De wijk": a choice stands alone."""
    return [(value, str(label)[:1].upper() + str(label)[1:]) for value, label in choices]


class OneLine(forms.Textarea):
    """A line that may wrap."""

    def __init__(self) -> None:
        super().__init__({"rows": 1, "class": "voice"})


class WrappedLine(forms.CharField):
    """One line that may be long: it wraps on the screen, and an Enter in it is a space."""

    widget = OneLine

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class ArrangementForm(forms.ModelForm):
    need = forms.ChoiceField(label=_("Ondersteuningsbehoefte"))
    target = Prose(label=_("Voor welke leerlingen"), widget=MarkdownInput({"rows": 2}))
    places = WholeField(label=_("Plek voor hoeveel leerlingen tegelijk"), most=1000)
    duration = forms.CharField(label=_("Hoe lang duurt het"), max_length=120, required=False)
    since = forms.CharField(label=_("Sinds"), max_length=40, required=False)
    until = forms.CharField(label=_("Tot wanneer zeker"), max_length=40, required=False)

    class Meta:
        model = Arrangement
        fields = ("need", "title", "target", "places", "duration", "since", "until")

    def __init__(self, *args: Any, fmt: Format, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["need"].choices = [(need.id, need.label) for need in fmt.offer.needs]  # type: ignore[attr-defined]
        self.fields["title"].label = _("Eigen naam")
        section = fmt.section_of_kind("arrangements")
        keep_asked(self, TERMS, section.details if section else ())

    @property
    def terms(self) -> list[forms.BoundField]:
        return [self[name] for name in TERMS if name in self.fields]


def keep_asked(form: forms.BaseForm, possible: tuple[str, ...], asked: tuple[str, ...]) -> None:
    """What the format does not ask is not in the form, and so stays as it is."""
    for name in possible:
        if name not in asked:
            del form.fields[name]


class ThingForm(forms.ModelForm):
    what = WrappedLine(
        label=_("Wat"), max_length=200, error_messages={"required": _("Zeg in een paar woorden wat het is.")}
    )
    frequency = forms.ChoiceField(label=_("Hoe vaak"), required=False)
    minutes = TimeField(label=_("Tijd per week"), max_length=40, required=False)
    group_size = WholeField(label=_("Groepje van"), most=100)
    basis = forms.ChoiceField(label=_("Op welke basis"), required=False)
    detail = WrappedLine(max_length=300, required=False)

    class Meta:
        model = Thing
        fields = ("what", *AMOUNTS, "detail", "is_needed", "is_available")

    def __init__(self, *args: Any, fmt: Format, column: Column | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = column.details if column else ()
        self.fields["detail"].label = _("Verder, of door wie") if asked else _("Hoeveel, hoe vaak, door wie")
        keep_asked(self, AMOUNTS, asked)
        for name in ("frequency", "basis"):
            if name in self.fields:
                self.fields[name].choices = self.chosen_from(fmt, name)  # type: ignore[attr-defined]

    def chosen_from(self, fmt: Format, name: str) -> list[tuple[str, str]]:
        """The pick-list of that name; what an older format had and this one has not, stays as it was chosen."""
        picks = [(pick.id, pick.label) for pick in fmt.offer.list(name)]
        now = getattr(self.instance, name)
        gone = [(now, now)] if now and now not in dict(picks) else []
        return [("", "Niet gezegd"), *picks, *gone]

    @property
    def amounts(self) -> list[forms.BoundField]:
        return [self[name] for name in AMOUNTS if name in self.fields]


class SpecialisationForm(forms.ModelForm):
    title = forms.CharField(
        label=_("Naam"), max_length=120, error_messages={"required": _("Geef de specialisatie een naam.")}
    )
    need = forms.ChoiceField(label=_("Ondersteuningsbehoefte"), required=False)
    target = Prose(label=_("Voor welke leerlingen"), widget=MarkdownInput({"rows": 3}))

    reach = forms.ChoiceField(label=_("Bereik"))

    class Meta:
        model = Specialisation
        fields = ("title", "need", "target", "size", "who", "since", "until", "reach")

    def __init__(self, *args: Any, fmt: Format, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needs = [(need.id, need.label) for need in fmt.offer.needs]
        self.fields["need"].choices = [("", "Geen van deze"), *needs]  # type: ignore[attr-defined]
        reach = [(pick.id, pick.label) for pick in fmt.offer.list("reach")]
        self.fields["reach"].choices = reach  # type: ignore[attr-defined]


class BoundaryForm(forms.ModelForm):
    own = Prose(label=_("Bij ons betekent dat"), widget=MarkdownInput({"rows": 3}))
    still = Prose(label=_("Wat kan nog wel"), widget=MarkdownInput({"rows": 2}))
    then = Prose(label=_("Wat doen wij dan"), widget=MarkdownInput({"rows": 2}))

    class Meta:
        model = Boundary
        fields = ("own", "still", "then")


OF_PROFILE = ("item", "vision", "shortage")  # causes that the profile itself knows
DOCUMENTS = [each for each in ImprovementPoint.Source.choices if each[0] not in OF_PROFILE]


# id of the list of functions, once on the page, that the field for who sees to a point proposes.
OWNERS = "trekkers"


class PointForm(forms.ModelForm):
    """SMART, said in the questions that make it so."""

    title = WrappedLine(
        label=_("Verbeterpunt"),
        max_length=200,
        error_messages={"required": _("Zeg in een paar woorden wat er beter wordt.")},
    )
    sort = forms.ChoiceField(
        label=_("Soort"),
        required=False,
        widget=forms.RadioSelect,
        choices=capital(ImprovementPoint.Sort.choices),
    )
    goal = Prose(
        label=_("Doel"),
        help_text=_("Wat is er straks anders, en voor wie? Noem iets wat je kunt zien of tellen."),
        widget=MarkdownInput({"rows": 2}),
    )
    action = Prose(label=_("Wat gaan we doen"), widget=MarkdownInput({"rows": 2}))
    measure = Prose(label=_("Waaraan zien we dat het gelukt is"), widget=MarkdownInput({"rows": 2}))
    owner = forms.CharField(
        label=_("Wie zorgt ervoor"),
        max_length=120,
        required=False,
        help_text=_("Een functie is genoeg."),
        widget=forms.TextInput({"list": OWNERS}),
    )
    start = forms.DateField(label=_("Begint op"), required=False, widget=DayInput)
    due = forms.DateField(label=_("Klaar op"), required=False, widget=DayInput)
    state = forms.ChoiceField(label=_("Stand"), choices=capital(ImprovementPoint.State.choices))
    dropped_because = WrappedLine(label=_("Waarom vervalt het"), max_length=200, required=False)
    source_kind = forms.ChoiceField(
        label=_("Waar komt het vandaan"), choices=capital(DOCUMENTS), required=False
    )
    source_text = WrappedLine(label=_("Welk document, welke bladzijde"), max_length=200, required=False)

    class Meta:
        model = ImprovementPoint
        fields = (
            "title", "sort", "source_kind", "source_text", "goal", "action", "measure", "owner", "state",
            "dropped_because", "start", "due",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What came from the checklist, the vision or a shortage says so by itself.
        if self.instance.source_kind not in dict(DOCUMENTS):
            del self.fields["source_kind"], self.fields["source_text"]

    def clean_source_kind(self) -> str:
        return self.cleaned_data["source_kind"] or str(self.instance.source_kind)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("state") == ImprovementPoint.State.DROPPED and not told.get("dropped_because"):
            self.add_error("dropped_because", _("Zeg in een paar woorden waarom dit punt vervalt."))
        if told.get("start") and told.get("due") and told["due"] < told["start"]:
            self.add_error("due", _("Dit ligt voor de dag waarop het begint. Kies een latere dag."))
        return told


FORMS = {"arrangements": ArrangementForm, "specialisations": SpecialisationForm, "improvements": PointForm}


def row_form(
    section: Section, fmt: Format, row: Any, data: Mapping[str, Any] | None = None
) -> forms.BaseModelForm:
    """The form of one row of a section whose kind has rows."""
    kind: Any = FORMS[section.kind]
    more = {} if kind is PointForm else {"fmt": fmt}
    return kind(data, instance=row, auto_id=f"id-{row.pk}-%s", **more)
