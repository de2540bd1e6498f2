"""The log of a profile: wie, wat, wanneer, in words. It says which thing was written, never what was in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone

from dekkend.audit.actions import SOMEONE
from dekkend.audit.models import Event
from dekkend.formats.model import Format
from dekkend.kit.words import listed
from dekkend.process.table import table

Keys = list[str]
# Names of rows by their key as text; a row that is gone is left out.
Names = Callable[[Keys, Format], dict[str, str]]

SAVED = "save"
GONE = "iets wat later is weggehaald"
MANY = 6
DONE = {
    "tell_head": "heeft de directeur gezegd dat het profiel klaar is om in te dienen",
    "submit": "heeft het profiel ingediend",
    "recall": "heeft het profiel teruggehaald",
    "ask_advice": "heeft de MR om advies gevraagd",
    "remind_council": "heeft de MR aan het advies herinnerd",
    "advise": "heeft advies gegeven namens de MR",
    "record_no_advice": "heeft vastgelegd dat er binnen de termijn geen advies kwam",
    "reply": "heeft schriftelijk op het advies gereageerd",
    "record_talk": "heeft het verdere gesprek met de MR vastgelegd",
    "adopt": "heeft het profiel vastgesteld",
    "return": "heeft het profiel teruggegeven",
    "publish": "heeft het profiel gepubliceerd",
    "withdraw": "heeft het profiel ingetrokken",
    "keep_papers": "heeft de bestanden van het profiel opnieuw gemaakt",
    "fill": "heeft een bestand met antwoorden overgenomen",
    "carry": "heeft de teksten van vorig jaar meegenomen",
    "take_text": "heeft een tekst van vorig jaar overgenomen",
    "untake_text": "heeft teruggezet wat er stond voor de tekst van vorig jaar",
    "answer_point": "heeft gezegd wat er van een verbeterpunt van vorig jaar werd",
    "confirm_part": "heeft een deel van vorig jaar bekeken, of dat teruggenomen",
    "walk_change": "heeft bekeken wat een veranderd antwoord voor de teksten betekent, of dat teruggenomen",
    "start": "heeft een tekst om mee te beginnen overgenomen",
    "wave": "heeft een advies gelezen en de tekst zo gelaten",
    "draft": "heeft een eerste opzet laten maken",
    "accept_draft": "heeft een eerste opzet goed gevonden",
    "drop_draft": "heeft een eerste opzet weggehaald",
    "renew_draft": "heeft een eerste opzet opnieuw gemaakt",
    "old_draft_back": "heeft de vorige eerste opzet teruggezet",
    "comment": "heeft een opmerking bij een tekst geplaatst",
    "reply_to_comment": "heeft op een opmerking geantwoord",
    "suggest": "heeft een andere tekst voorgesteld",
    "accept_suggestion": "heeft een voorstel van een collega overgenomen",
    "decline_suggestion": "heeft een voorstel van een collega niet overgenomen",
    "close_comment": "heeft een opmerking gesloten",
    "reopen_comment": "heeft een opmerking weer geopend",
    "take_back_comment": "heeft eigen woorden bij een tekst weggehaald",
    "insert": "heeft bouwstenen overgenomen",
    "take_out": "heeft overgenomen bouwstenen weer weggehaald",
    "take_source": "heeft een veranderde afspraak overgenomen",
    "leave_source": "heeft een alinea zo gelaten na een veranderde afspraak",
    "read_old": "heeft een oud profiel ingelezen",
    "place_old": "heeft een andere plek gekozen voor een stuk uit het oude profiel",
    "skip_old": "heeft een stuk uit het oude profiel overgeslagen",
    "ask_old_again": "heeft een overgeslagen stuk uit het oude profiel teruggehaald",
    "take_old": "heeft een stuk uit het oude profiel overgenomen",
    "undo_old": "heeft het overnemen van een stuk uit het oude profiel ongedaan gemaakt",
    "finish_old": "heeft het oude profiel afgerond",
    "ask_team": "heeft collega’s om hun antwoorden gevraagd",
    "choose_naming": "heeft gekozen of het team op naam of anoniem antwoordt",
    "choose_asking": "heeft gekozen wie de checklist invult",
    "choose_questions": "heeft de vragen voor een collega veranderd",
    "send_anew": "heeft een collega een nieuwe link gestuurd",
    "withdraw_copy": "heeft de uitnodiging van een collega ingetrokken",
    "finish_copy": "is klaar met de eigen antwoorden",
    "reopen_copy": "gaat verder met de eigen antwoorden",
    "prepare_talk": "heeft een gesprek voorbereid",
    "set_agenda": "heeft de agenda van het gesprek veranderd",
    "close_talk": "heeft het gesprek gesloten; het verslag staat vast",
    "take_over": "heeft antwoorden uit de checklist overgenomen als afspraak",
    "import_checklist": "heeft een rekenblad met antwoorden teruggezet",
    "move_format": "heeft het profiel naar de nieuwe versie van de checklist gebracht",
    "unmove_format": "heeft het profiel teruggebracht naar de vorige versie van de checklist",
    "confirm_move": "heeft na de nieuwe versie gezegd dat een antwoord nog klopt",
    "ask_support": "heeft het samenwerkingsverband om hulp gevraagd",
    "withdraw_support": "heeft de vraag om hulp ingetrokken",
    "give_support": "heeft een begeleider genoemd",
    "take_support": "gaat de school helpen",
    "close_support": "heeft de hulp afgesloten",
    "close_team": "heeft het invullen door het team gesloten",
    "withdraw_unused": "heeft ongebruikte uitnodigingen ingetrokken",
    "declare_no_specialisations": "heeft gezegd dat er geen specialisaties zijn",
    "add_evidence": "heeft een link of bestand bij een antwoord gezet",
    "remove_evidence": "heeft een link of bestand bij een antwoord weggehaald",
    "begin_talk": "is het gesprek begonnen",
    "show_item": "heeft een onderdeel op het bord gezet",
    "shut_item": "heeft het antwoorden op een onderdeel gesloten",
    "refuse": "schreef tegelijk met een ander; beide teksten zijn bewaard",
}

# Acts on one row, by the name it has now; what was taken away has none any more.
ON_A_ROW = {"add": "heeft toegevoegd: {}", "put_back": "heeft teruggezet: {}"}
TAKEN = {
    "arrangement": "een arrangement",
    "thing": "iets uit een arrangement",
    "boundary": "een grens",
    "specialisation": "een specialisatie",
    "improvementpoint": "een verbeterpunt",
}

_kinds: dict[str, tuple[Names, str]] = {}


def describe(kind: str, names: Names, sentence: str = "heeft geschreven aan {}") -> None:
    """`kind` is the first word of a subject: "answer" in "answer/<uuid>"."""
    _kinds[kind] = names, sentence


@dataclass(frozen=True)
class Entry:
    """One line: one act, or what one person wrote in a row on one day."""

    who: str
    role: str
    what: str
    at: datetime
    has_time: bool  # whoever answers anonymously leaves only the day
    reason: str = ""


def entries(events: Iterable[Event], fmt: Format) -> list[Entry]:
    """In the order of the events. One query for each kind of row among them."""
    found = list(events)
    named = names_of(found, fmt)
    return [line for _, group in groupby(found, key=alike) for line in told(list(group), named)]


def alike(event: Event) -> tuple[str, str, str, date, str]:
    """Saves with the same words by the same person on the same day become one line; other acts never do."""
    kind = event.subject.partition("/")[0]
    words = _kinds[kind][1] if event.act == SAVED and kind in _kinds else str(event.pk)
    return event.act, event.actor_name, event.actor_role, timezone.localdate(event.at), words


def told(events: list[Event], named: dict[str, str]) -> list[Entry]:
    first = events[0]
    if first.act != SAVED:
        return [entry(event, sentence(event, named)) for event in events]
    _, words = _kinds.get(first.subject.partition("/")[0], (None, "heeft geschreven aan {}"))
    names = sorted((event.at, by_number(named.get(event.subject, GONE))) for event in events)
    each = list(dict.fromkeys(name for _, (_, name) in names))
    return [entry(first, words.format(listed(each, most=MANY)))]


def by_number(name: str) -> tuple[list[int], str]:
    """What one press wrote has one moment: 3.2 comes before 10.1 then."""
    return [int(number) for number in re.findall(r"\d+", name)], name


def names_of(events: list[Event], fmt: Format) -> dict[str, str]:
    """ "answer/<uuid>" -> "3.2" """
    keys: dict[str, Keys] = defaultdict(list)
    for event in events:
        kind, _, key = event.subject.partition("/")
        if (event.act == SAVED or event.act in ON_A_ROW) and kind in _kinds:
            keys[kind].append(key)
    return {
        f"{kind}/{key}": name
        for kind, wanted in keys.items()
        for key, name in _kinds[kind][0](wanted, fmt).items()
    }


def sentence(event: Event, named: dict[str, str]) -> str:
    if event.act in ON_A_ROW:
        return ON_A_ROW[event.act].format(named.get(event.subject, GONE))
    if event.act == "remove":
        return f"heeft weggehaald: {TAKEN.get(event.subject.partition('/')[0], 'een tekst')}"
    row = table().get(event.act)
    return DONE.get(event.act) or f"deed: {row.title.lower() if row else event.act}"


def entry(event: Event, what: str) -> Entry:
    reason = event.data.get("reason", "") if event.act in table() else ""
    return Entry(
        who=event.actor_name,
        role="" if event.actor_role == event.actor_name else event.actor_role,
        what=what,
        at=event.at,
        has_time=not (event.actor_id is None and event.actor_name == SOMEONE),
        reason=str(reason),
    )
