"""What awaits me: one list drawn from all rooms, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from dekkend.process.engine import has_role, may
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import ProfileQuerySet
from dekkend.profile.base.road import day
from dekkend.profile.checklist.queries import TEAM
from dekkend.profile.checklist.sheet import time_for
from dekkend.profile.models import Carried, Copy, Support, Talk
from dekkend.profile.writing.comments.queries import number_open
from dekkend.region.queries import keys


@dataclass(frozen=True)
class Task:
    what: str  # "Geef advies over het profiel"
    why: str  # one sentence: what happens next
    profile: Profile
    button: str
    url: str
    until: date | None

    @property
    def where(self) -> str:
        """The school and the year."""
        return str(self.profile)

    @property
    def street(self) -> str:
        """Tells schools of one name apart."""
        return str(self.profile.school.street)

    @property
    def is_late(self) -> bool:
        return bool(self.until and self.until < timezone.localdate())

    @property
    def when(self) -> str:
        return f"Tot {day(self.until)}" if self.until else "Als het uitkomt"

    @property
    def left(self) -> str:
        """ "nog 4 dagen", "3 dagen te laat"; nothing when it is far away."""
        if self.until is None:
            return ""
        days = (self.until - timezone.localdate()).days
        unit = "dag" if abs(days) == 1 else "dagen"
        if days < 0:
            return f"{-days} {unit} te laat"
        return "vandaag" if days == 0 else f"nog {days} {unit}" if days < 22 else ""


@dataclass(frozen=True)
class Rule:
    """Who may do this act, and a profile that is at this point, gives a task."""

    act: str
    station: str
    fits: Callable[[Profile], bool]
    what: str
    why: str
    button: str
    page: str
    until: Callable[[Profile], date | None] | None = None  # else the date of the round for this station


def advice(profile: Profile) -> Any:
    return getattr(profile.sealed, "advice", None)


def reply(profile: Profile) -> Any:
    return getattr(profile.sealed, "reply", None)


def awaits_council(profile: Profile) -> bool:
    asked = advice(profile)
    return is_submitted(profile) and asked is not None and not asked.kind


def term(profile: Profile) -> date | None:
    """What the board asked of the council goes before the dates of the round."""
    return getattr(advice(profile), "term_ends", None)


def is_submitted(profile: Profile) -> bool:
    return profile.state == Profile.State.SUBMITTED


def is_talking(profile: Profile) -> bool:
    return is_at("dialogue")(profile) and bool(getattr(profile, "is_talking", False))


def is_at(station: str) -> Callable[[Profile], bool]:
    return lambda profile: profile.is_open and profile.station == station


def begins_beside_last_year(profile: Profile) -> bool:
    """A last year came along, and nobody was asked for a copy of their own."""
    return (
        is_at("checklist")(profile) and not profile.naming and bool(getattr(profile, "has_last_year", False))
    )


RULES = (
    Rule("edit_checklist", "checklist", begins_beside_last_year, "Kijk na of de checklist van vorig jaar nog klopt",
         "Wat nog klopt, neem je met één druk over.", "Leg vorig jaar ernaast", "checklist_again"),
    Rule("edit_checklist", "checklist", lambda p: is_at("checklist")(p) and not begins_beside_last_year(p),
         "Vul de checklist in",
         "Vraag voor vraag; alles wordt vanzelf bewaard.", "Naar de checklist", "checklist"),
    Rule("agree", "dialogue", is_talking, "Het gesprek met het team is bezig",
         "Bedien het bord met de regie; sluit daar het gesprek als het klaar is.", "Naar de regie", "talk_control"),
    Rule("agree", "dialogue", lambda p: is_at("dialogue")(p) and not is_talking(p),
         "Spreek met het team af wat er komt te staan", "Begin bij de onderdelen waarover het team verdeeld is.",
         "Naar de dialoog", "dialogue"),
    Rule("write", "profile", is_at("profile"), "Schrijf het profiel",
         "De afgesproken antwoorden staan klaar als bouwstenen.", "Schrijven", "writing"),
    Rule("tell_pupils", "pupils", is_at("pupils"), "Vraag leerlingen wat zij vinden",
         "Hun stem hoort in de schoolgids, in algemene woorden.", "Stem van leerlingen", "pupils"),
    Rule("submit", "council", is_at("council"), "Dien het profiel in",
         "Daarna krijgt het bestuur het, en de MR geeft advies.", "Nakijken en indienen", "submit"),
    Rule("ask_advice", "council", lambda p: is_submitted(p) and advice(p) is None, "Vraag de MR om advies",
         "Het profiel is ingediend. Zonder advies kun je niet vaststellen.", "Advies vragen", "version"),
    Rule("advise", "council", awaits_council, "Geef advies over het profiel",
         "Lees de versie en zeg wat de MR vindt.", "Lezen en adviseren", "version", until=term),
    Rule("record_no_advice", "council", lambda p: awaits_council(p) and advice(p).is_past,
         "De MR gaf nog geen advies", "De termijn is voorbij. Herinner de MR, of leg vast dat er geen advies kwam.",
         "Naar deze versie", "version", until=term),
    Rule("reply", "adoption", lambda p: is_submitted(p) and bool(advice(p) and advice(p).kind) and reply(p) is None,
         "Reageer schriftelijk op het advies", "Daarna kun je vaststellen.", "Reageren", "version"),
    Rule("adopt", "adoption", lambda p: is_submitted(p) and reply(p) is not None, "Stel het profiel vast",
         "Advies en reactie zijn er. Vaststellen of teruggeven kan nu.", "Lezen en besluiten", "version"),
    Rule("publish", "publication", lambda p: p.state == Profile.State.ADOPTED, "Publiceer het profiel",
         "Ouders zien dan de pagina van de school en de tekst voor de schoolgids.", "Publiceren", "publication"),
)  # fmt: skip


def own(user: Any) -> ProfileQuerySet:
    """Profiles of the schools and boards of this person, with what a task needs: one query."""
    talking = Talk.objects.filter(profile=OuterRef("pk"), state=Talk.State.RUNNING)
    mine = Q(school__in=keys(user, "school")) | Q(school__board__in=keys(user, "board"))
    carried = Carried.objects.filter(profile=OuterRef("pk"))
    waits = {
        "is_talking": Exists(talking),
        "has_last_year": Exists(carried),
        "said": number_open(user),
    }
    found: ProfileQuerySet = Profile.objects.filter(mine).with_places().annotate(**waits)
    return found.select_related("sealed__advice", "sealed__reply")


def tasks_of(user: Any, profiles: list[Profile]) -> list[Task]:
    """The tasks of this person over these profiles: one query, for the own copies."""
    found = [
        Task(
            rule.what,
            rule.why,
            profile,
            rule.button,
            url(rule, profile),
            until_of(rule, profile),
        )
        for profile in profiles
        if not is_over(profile)
        for rule in RULES
        if rule.fits(profile) and has_role(rule.act, user, profile)
    ]
    found += [
        comments_task(profile)
        for profile in profiles
        if profile.said and not is_over(profile) and may("close_comment", user, profile)  # type: ignore[attr-defined]
    ]
    found += [copy_task(copy) for copy in open_copies(user)]
    found += [support_task(user, support) for support in open_supports(user)]
    return sorted(found, key=lambda task: (task.until or date.max, task.where))


def is_over(profile: Profile) -> bool:
    """The schooljaar for which it was meant is behind us: what was not done then, nobody has to do now."""
    return profile.round.ends < timezone.localdate()


def until_of(rule: Rule, profile: Profile) -> date | None:
    """Extensions counted; the council has until the day that the board named when it asked."""
    return rule.until(profile) if rule.until else profile.until(rule.station)


def url(rule: Rule, profile: Profile) -> str:
    if rule.page == "version":
        return reverse("version", args=[profile.pk, profile.sealed.number if profile.sealed else 1])
    return reverse(rule.page, args=[profile.pk])


def open_copies(user: Any) -> list[Copy]:
    """Of schools of whose team this person still is: elsewhere the copy opens no more."""
    copies = Copy.objects.filter(
        person=user,
        is_finished=False,
        profile__state=Profile.State.PREPARING,
        profile__school__in=keys(user, "school", *TEAM),
    )
    found = copies.select_related("profile__school", "profile__round")
    return [copy for copy in found if not is_over(copy.profile)]


def open_supports(user: Any) -> list[Support]:
    """Requests for help that wait for a name, and those where this person is the guest. No query for a school."""
    places = keys(user, "alliance", "adviser", "administrator")
    if not places:
        return []
    waiting = Q(state=Support.State.ASKED) | Q(state=Support.State.GIVEN, adviser=user)
    found = Support.objects.filter(waiting, profile__school__alliance__in=places)
    return list(found.select_related("profile__school__alliance", "profile__round").order_by("pk"))


def support_task(user: Any, support: Support) -> Task:
    profile, until = support.profile, min(support.dates, default=None)
    if support.is_given:
        page = reverse("dialogue", args=[support.profile_id])
        return Task(
            "Help de school bij de dialoog", "Je bent er te gast.", profile, "Naar de dialoog", page, until
        )
    page = reverse("supports", args=[support.profile.school.alliance.slug])
    return Task("Een school vraagt om hulp", "Kies wie helpt.", profile, "Naar de vraag", page, until)


def comments_task(profile: Profile) -> Task:
    number = profile.said  # type: ignore[attr-defined]
    return Task(
        f"{number} {'opmerking' if number == 1 else 'opmerkingen'} van het team",
        "Bij de teksten van het profiel. Antwoord, en sluit wat klaar is.",
        profile,
        "Lezen",
        reverse("comments", args=[profile.pk]),
        profile.until("profile"),
    )


def copy_task(copy: Copy) -> Task:
    return Task(
        "Vul jouw exemplaar van de checklist in",
        f"Het kost {time_for(len(copy.covers) or len(copy.profile.format.items))}. "
        "Je kunt stoppen en later verdergaan.",
        copy.profile,
        "Invullen",
        reverse("copy", args=[copy.profile_id, copy.pk]),
        copy.profile.until("checklist"),
    )
