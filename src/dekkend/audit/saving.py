"""The answer to a save, for every form that people fill together: as JSON for a script, as a page without one."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .revisions import Clash, Conflict, Saved, Sending, plain

# What a form sends besides the fields that people write.
HIDDEN = ("csrfmiddlewaretoken", "revision", "save_key", "unheard")

REVISION = re.compile("[0-9]{1,9}")  # what fits in the database
KEY = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MOST_UNHEARD = 50

Words = Callable[[str, Any], str]


def respond(
    request: HttpRequest,
    save: Callable[[], Saved],
    *,
    labels: dict[str, str],
    back: str,
    state: Callable[[], dict[str, str]] | None = None,
    pieces: Callable[[Any], dict[str, str]] | None = None,
    words: Words = lambda field, value: str(value),
) -> HttpResponse:
    """Call `save` and say what became of it.

    `labels`: field -> its Dutch name. `back`: where to go when there is no script. `state`: texts on the page
    that changed with this save, by name; asked after it. `pieces(row)`: pieces of the page that follow from the saved
    row, as HTML by name. `words(field, value)`: a stored value as people read it.
    `save` may raise Conflict (both texts are shown) or ValidationError with a dict of fields (what was typed stays).
    JSON: 200 {revision, saved, fields, state, pieces}, 409 {revision, fields, merged}, 422 {errors}; with a
    save_key the first two also have {row}.
    """
    try:
        saved = save()
    except Conflict as conflict:
        return both_shown(request, conflict, labels=labels, back=back, words=words)
    except ValidationError as error:
        return what_is_wrong(request, error, labels=labels, back=back)
    if not wants_json(request):
        return HttpResponseRedirect(back)
    return JsonResponse(
        {
            "revision": saved.row.revision,
            "saved": clock(),
            "fields": flat(saved.merged),
            "state": state() if state else {},
            **({"pieces": pieces(saved.row)} if pieces else {}),
            **whole(request, saved.row),
        }
    )


def whole(request: HttpRequest, row: Any) -> dict[str, Any]:
    """For a device that sends single fields: the whole row as it is now, so that it knows what others wrote."""
    if "save_key" not in request.POST:
        return {}
    values = {name: "" if value is None else value for name, value in row.values().items()}
    return {"row": flat(values)}


def flat(values: dict[str, Any]) -> dict[str, Any]:
    """Fields as the form names them: the keys of an object are fields of their own, "topics.lezen"."""
    told: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, dict):
            told |= {f"{name}.{key}": plain(each) for key, each in value.items()}
        else:
            told[name] = plain(value)
    return told


def base_of(request: HttpRequest) -> int:
    """The revision the form started from. Raise ValidationError when no form ever sends it."""
    told = request.POST.get("revision", "")
    if not REVISION.fullmatch(told):
        raise ValidationError({"revision": _("Laad de bladzijde opnieuw en probeer het nog eens.")})
    return int(told)


def sending_of(request: HttpRequest) -> Sending:
    """How the device names this save. A form without a script names nothing; what is no key is left out."""
    key = request.POST.get("save_key", "")
    unheard = request.POST.get("unheard", "").split()[:MOST_UNHEARD]
    if not KEY.fullmatch(key):
        return Sending()
    return Sending(uuid.UUID(key), frozenset(uuid.UUID(each) for each in unheard if KEY.fullmatch(each)))


@dataclass(frozen=True)
class Sides:
    """One field with two texts, ready to be chosen from."""

    name: str
    label: str
    mine: Any
    theirs: Any
    mine_shown: str
    theirs_shown: str
    who: str
    when: str
    is_text: bool

    @property
    def both(self) -> str:
        """One under the other, for somebody who makes one text of the two."""
        return f"{self.mine}\n\n{self.theirs}" if self.is_text and self.mine and self.theirs else ""


def sides(name: str, clash: Clash, label: str, words: Words) -> Sides:
    return Sides(
        name=name,
        label=label,
        mine=plain(clash.mine),
        theirs=plain(clash.theirs),
        mine_shown=words(name, clash.mine),
        theirs_shown=words(name, clash.theirs),
        who=clash.who,
        when=moment(clash.at),
        is_text=clash.is_text,
    )


def both_shown(
    request: HttpRequest, conflict: Conflict, *, labels: dict[str, str], back: str, words: Words
) -> HttpResponse:
    fields = [sides(name, clash, labels.get(name, name), words) for name, clash in conflict.clashes.items()]
    if wants_json(request):
        told = {
            side.name: {key: value for key, value in vars(side).items() if key != "name"} for side in fields
        }
        said = {"revision": conflict.row.revision, "fields": told, "merged": flat(conflict.merged)}
        said |= whole(request, conflict.row)
        return JsonResponse(said, status=409)
    page = {
        "fields": fields,
        "revision": conflict.row.revision,
        "kept": kept(request, without=set(conflict.clashes)),
        "back": back,
    }
    return render(request, "audit/twotexts.html", page, status=409)


def what_is_wrong(
    request: HttpRequest, error: ValidationError, *, labels: dict[str, str], back: str
) -> HttpResponse:
    errors = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    if wants_json(request):
        return JsonResponse({"errors": errors}, status=422)
    faults = [
        {"name": name, "label": labels.get(name, ""), "errors": texts, "typed": request.POST.get(name, "")}
        for name, texts in errors.items()
    ]
    page = {
        "faults": faults,
        "revision": request.POST.get("revision", "0"),
        "kept": kept(request, without=set(errors)),
        "back": back,
    }
    return render(request, "audit/wrong.html", page, status=422)


def kept(request: HttpRequest, *, without: set[str]) -> list[tuple[str, str]]:
    """Everything else that was sent, to be sent again: nothing typed is lost."""
    left = (name for name in request.POST if name not in HIDDEN and name not in without)
    return [(name, value) for name in left for value in request.POST.getlist(name)]


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def clock() -> str:
    """ "14:02", for the one who saves; it is stored nowhere."""
    return timezone.localtime().strftime("%H:%M")


def moment(at: datetime | None) -> str:
    """ "14:02" today, "23 november 14:02" before; the day alone for an anonymous save, which has no time."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    has_time = (local.hour, local.minute, local.second, local.microsecond) != (0, 0, 0, 0)
    if local.date() == timezone.localdate():
        return local.strftime("%H:%M") if has_time else _("vandaag")
    return str(date_format(local, "j F H:i" if has_time else "j F"))
