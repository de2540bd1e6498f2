"""One way to save a form: for a script and without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from dekkend.audit.revisions import Conflict, Saved
from dekkend.audit.saving import base_of, respond
from dekkend.process.gate import wants_json
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.forms import cleaned, labels_of, words_for
from dekkend.profile.writing.parts import PROVISIONS, part_of
from dekkend.profile.writing.parts import provisions as provisions_part
from dekkend.profile.writing.unchanged import carried_of, since_words, year_of

Write = Callable[[Mapping[str, Any], int], Saved]
State = Callable[[Any], dict[str, str]]
Pieces = Callable[[Any], dict[str, str]]


def saved(
    request: HttpRequest,
    form: BaseForm,
    write: Write,
    *,
    back: str,
    state: State,
    pieces: Pieces | None = None,
) -> HttpResponse:
    """`write(changes, base)` calls the action; `state(row)` gives the texts on the page that follow from what is saved
    now: two people may have written in it.
    """
    rows: list[Any] = []

    def save() -> Saved:
        done = as_typed(form, lambda: write(cleaned(form), base_of(request)))
        rows.append(done.row)
        return done

    return respond(
        request,
        save,
        labels=labels_of(form),
        words=words_for(form),
        state=lambda: state(rows[-1]),
        pieces=pieces,
        back=back,
    )


def as_typed(form: BaseForm, save: Callable[[], Saved]) -> Saved:
    """What others wrote goes back into the fields as people type it there: "1,5 uur", not the 90 that is kept."""

    def field(name: str, value: Any) -> Any:
        return form.fields[name].prepare_value(value) if name in form.fields else value

    try:
        done = save()
    except Conflict as conflict:
        clashes = {
            name: replace(clash, mine=field(name, clash.mine), theirs=field(name, clash.theirs))
            for name, clash in conflict.clashes.items()
        }
        merged = {name: field(name, value) for name, value in conflict.merged.items()}
        raise Conflict(conflict.row, clashes, merged) from conflict
    return replace(done, merged={name: field(name, value) for name, value in done.merged.items()})


def since_of_row(profile: Profile, row: Any, key: Any = "") -> dict[str, str]:
    """Since when its words stand there, now that it is saved."""
    return {f"since-{key or row.pk}": since_words(profile, row)}


def words_of_part(profile: Profile, key: str) -> dict[str, str]:
    """The state of one part in the list at the left and above it, as it is now."""
    carried = carried_of(profile)
    year: dict[str, str] = {}
    if carried:
        now = year_of(profile, carried, key)
        year = {f"year-{key}": now.words, f"holds-{key}": now.sentence, f"press-{key}": now.press}
    if key == PROVISIONS:
        return year | {f"part-{key}": provisions_part(profile).words}
    section = profile.format.section(key)
    return year | {f"part-{key}": part_of(profile, section).words}


def moved(request: HttpRequest, name: str, place: int, total: int, *, back: str) -> HttpResponse:
    """Says where a row stands by now: for a script that moves it on the page, and without one."""
    said = f"{name} staat nu op plaats {place} van {total}."
    if wants_json(request):
        return JsonResponse({"said": said})
    messages.info(request, said)
    return redirect(back)
