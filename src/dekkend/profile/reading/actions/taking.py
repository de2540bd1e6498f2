"""One passage of an old profile becomes a paragraph of the new one. Nothing is written over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import Actor, record
from dekkend.audit.revisions import Derive, revise
from dekkend.documents.markdown import to_plain
from dekkend.formats.model import Format, Section
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.reading.models import OldPassage
from dekkend.profile.reading.stood import fitting, stood
from dekkend.profile.reading.targets import Target, all_targets, is_whole, name_of, places_of
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.actions.rows import settled
from dekkend.profile.writing.actions.tracing import origins_from
from dekkend.profile.writing.brought import with_place
from dekkend.profile.writing.forms.values import MOST
from dekkend.profile.writing.models import ColumnText, ImprovementPoint, ProvisionText, SectionText
from dekkend.profile.writing.models.text import Brought, Paragraphs
from dekkend.profile.writing.origins import OLD, Origin, paragraphs
from dekkend.profile.writing.parts import PROVISIONS
from dekkend.profile.writing.placing import stands_in
from dekkend.profile.writing.proposals import Proposal

from .keeping import ACT, State, passage_held, told

LONGEST_SOURCE = ImprovementPoint._meta.get_field("source_text").max_length or 0
NAMED = 70  # characters in the name of a specialisation that is made of a text
# What taking over made: the row with the words, and the row that was begun for it.
Made = dict[str, Any]


@transaction.atomic
def take(passage: OldPassage, *, profile: Profile, actor: Any) -> None:
    """Put it where it is proposed or was chosen to go. A second press changes nothing. Raise Refused."""
    who = hold(ACT, profile, actor=actor, alone=True)
    put(passage_held(passage, profile), profile, places_of(profile), who, actor)
    settled(profile)


def put(
    current: OldPassage, profile: Profile, fmt: Format, who: Actor, actor: Any, *, press: str = ""
) -> None:
    """`fmt`: with the basic provisions. `press` names the press that took it with others of its part, or is ""."""
    if current.state == State.TAKEN or not current.is_text:
        return
    target = current.aim
    if target is None or not is_whole(fmt, target):
        raise Refused("Kies eerst waar dit stuk hoort.")
    section = fmt.section(target.section)
    make = in_provision if section.id == PROVISIONS else MAKE[section.kind]
    current.made = make(profile, current, target, section, who, actor)
    if press:
        current.made["press"] = press
    current.state = State.TAKEN
    current.save(update_fields=["state", "made"])
    data = told(current, file=str(current.reading), to=name_of(fmt, target))
    record("take_old", actor=who, place=profile.place, subject=current.made["subject"], data=data)


@transaction.atomic
def take_all(section: Section, *, profile: Profile, actor: Any) -> int:
    """All that is open and proposed for this part, but for what names people: those ask for a look. The number."""
    who = hold(ACT, profile, actor=actor, alone=True)
    passages = profile.reading.passages.select_for_update(of=("self",))
    fmt = places_of(profile)
    whole = set(all_targets(fmt))
    ready = [each for each in passages if is_ready(whole, each, section)]
    press = timezone.now().isoformat()  # the profile is held: no two have the same
    for passage in ready:
        put(passage, profile, fmt, who, actor, press=press)
    settled(profile)
    return len(ready)


def is_ready(whole: set[Target], passage: OldPassage, section: Section) -> bool:
    target = passage.aim
    if passage.state != State.OPEN or target is None or target.section != section.id:
        return False
    return target in whole and not passage.people


def in_section(
    profile: Profile, passage: OldPassage, target: Target, section: Section, who: Actor, actor: Any
) -> Made:
    row, _ = SectionText.objects.get_or_create(profile=profile, section=section.id, field=target.part)
    return append(row, "text", profile, passage, target, who)


def in_provision(
    profile: Profile, passage: OldPassage, target: Target, section: Section, who: Actor, actor: Any
) -> Made:
    """ "Zo doen wij dat", for one basic provision of the samenwerkingsverband."""
    row, _ = ProvisionText.objects.get_or_create(profile=profile, key=target.part)
    return append(row, "how", profile, passage, target, who)


def in_arrangement(
    profile: Profile, passage: OldPassage, target: Target, section: Section, who: Actor, actor: Any
) -> Made:
    """In the first arrangement for this need; without one, one is begun."""
    card = profile.arrangements.filter(need=target.need).first()
    begun: Made = {}
    if card is None:
        need = next(each for each in profile.format.offer.needs if each.id == target.need)
        card = writing.add_arrangement(profile, need, actor=actor)
        begun = {"begun": ["arrangement", card.pk]}
    begun["in"] = ["arrangement", card.pk]
    row, _ = ColumnText.objects.get_or_create(arrangement=card, column=target.part)
    return append(row, "text", profile, passage, target, who) | begun


def in_boundary(
    profile: Profile, passage: OldPassage, target: Target, section: Section, who: Actor, actor: Any
) -> Made:
    was_on = profile.boundaries.filter(element=target.part).exists()
    element = next(each for each in profile.format.offer.elements if each.id == target.part)
    row = writing.switch_on(profile, element, actor=actor)
    begun: Made = {"in": ["boundary", row.pk]} | ({} if was_on else {"begun": ["boundary", row.pk]})
    return append(row, "own", profile, passage, target, who) | begun


def nothing(row: Any) -> Mapping[str, Any]:
    """A text whose paragraphs have no origin."""
    return {}


def brought(words: str, where: str) -> Derive:
    return lambda row: {"stood": with_place(row.stood, words, where)}


def append(row: Any, field: str, profile: Profile, passage: OldPassage, target: Target, who: Actor) -> Made:
    """As paragraphs at the end. `added` False: it stands there already, word for word."""
    current = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    before = getattr(current, field)
    made: Made = {"model": row._meta.model_name, "pk": row.pk, "field": field, "subject": row.subject}
    if stands_in(passage.text, before):
        return made | {"added": False}
    text = f"{before.rstrip()}\n\n{passage.text}".lstrip("\n")
    if len(text) > MOST:
        raise Refused(
            f"Bij “{name_of(places_of(profile), target)}” past niet meer tekst. Maak die tekst eerst korter."
        )
    where = stood(passage)
    derive: Derive = nothing
    if isinstance(current, Brought):
        derive = brought(passage.text, where)
    if isinstance(current, Paragraphs):
        given = {part: Origin(OLD, words=part, where=where) for part in paragraphs(passage.text)}
        derive = origins_from(profile, who, given)
    revise(current, {field: text}, base=current.revision, actor=who, derive=derive)
    return made | {"added": True}


def as_specialisation(
    profile: Profile, passage: OldPassage, target: Target, section: Section, who: Actor, actor: Any
) -> Made:
    plain = " ".join(to_plain(passage.text).split())
    name = plain if len(plain) <= NAMED else f"{plain[:NAMED].rpartition(' ')[0] or plain[:NAMED]}…"
    row = writing.add_specialisation(profile, title=name, actor=actor)
    words, where = passage.text, stood(passage)
    if name != plain:
        revise(row, {"target": words}, base=row.revision, actor=who, derive=brought(words, where))
    else:
        # Nothing is written; only where it stood is kept.
        type(row).objects.filter(pk=row.pk).update(stood=with_place([], words, where))
    row.refresh_from_db()
    return whole(row)


def as_point(
    profile: Profile, passage: OldPassage, target: Target, section: Section, who: Actor, actor: Any
) -> Made:
    source = fitting(passage, "uit het oude profiel", LONGEST_SOURCE)
    plain = " ".join(to_plain(passage.text).split())
    point = Proposal(kind=ImprovementPoint.Source.OTHER, ref="", title=plain, text=source)
    return whole(writing.make_point(profile, point, actor=actor))


def whole(row: Any) -> Made:
    return {"model": row._meta.model_name, "pk": row.pk, "subject": row.subject, "revision": row.revision}


MAKE: dict[str, Callable[[Profile, OldPassage, Target, Section, Actor, Any], Made]] = {
    "texts": in_section,
    "arrangements": in_arrangement,
    "boundaries": in_boundary,
    "specialisations": as_specialisation,
    "improvements": as_point,
}
