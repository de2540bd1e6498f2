"""Signs of Dekkend in a template: icons, marks, the road. `{% load face %}`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from dekkend.kit.qr import drawing

from ..marks import Marked, lower_first, read
from ..marks import spread as squares
from ..storage import place

register = template.Library()
register.filter("lower_first", lower_first)


BETWEEN = re.compile(r">\s*\n\s*<")


@register.simple_block_tag
def tight(content: str) -> SafeString:
    """The same page with bare line ends between its tags: for long documents that go over a bad phone line."""
    return mark_safe(BETWEEN.sub(">\n<", content))  # noqa: S308  nothing comes in that was not there


@cache
def links(kind: str, names: tuple[str, ...], line: str) -> SafeString:
    """On a real server what is asked for at once is one file: see web/storage.py. The same for as long as it runs."""
    joined = getattr(staticfiles_storage, "joined", None)
    places = joined(kind, names) if joined else [place(kind, name) for name in names]
    return format_html_join("\n", line, ((static(each),) for each in places))


@receiver(setting_changed)
def forget_links(**_: Any) -> None:
    """Only tests change a setting while the server runs."""
    links.cache_clear()


@register.simple_tag
def css(*names: str) -> SafeString:
    """Style sheets by component: {% css "tasks" "roads" %}."""
    return links("css", names, '<link rel="stylesheet" href="{}">')


@register.simple_tag
def js(*names: str) -> SafeString:
    """Modules by behaviour: {% js "autosave" "keys" %}."""
    return links("js", names, '<script type="module" src="{}"></script>')


@register.simple_tag
def icon(name: str) -> SafeString:
    """Always beside a word, so never read aloud."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="#i-{}"/></svg>', name
    )


@register.simple_tag
def qr(address: str, label: str) -> SafeString:
    """A QR code, said aloud as `label`. Whoever cannot scan it needs the address in words beside it."""
    drawn = mark_safe(drawing(address))  # noqa: S308  lines that we draw ourselves
    return format_html('<div class="qr-code" role="img" aria-label="{}">{}</div>', label, drawn)


@register.simple_tag
def mark(kind: str, word: str = "", live: str = "") -> SafeString:
    """A square; with `word` beside it. `live` names the key by which autosave.js changes it."""
    attrs = format_html(' data-live-mark="{}"', live) if live else ""
    square = format_html(
        '<svg class="mark" viewBox="0 0 14 14" aria-hidden="true"{}><use href="#m-{}"/></svg>',
        attrs,
        kind or "blank",
    )
    return format_html('<span class="mark-line">{}{}</span>', square, word) if word else square


@register.simple_tag
def marks(values: Iterable[Marked], sentence: str = "") -> SafeString:
    """A small row of squares and, for who does not see them, a sentence: "3 ja, 1 in ontwikkeling"."""
    pairs = [read(value) for value in values]
    counts = Counter(lower_first(word) for _, word in pairs)
    said = sentence or ", ".join(f"{number} {word}" for word, number in counts.items())
    row = format_html_join("", "{}", ((mark(kind),) for kind, _ in pairs))
    return format_html('{}<span class="hidden-text">{}</span>', row, said)


@register.inclusion_tag("web/parts/spread.html")
def spread(counts: Iterable[Any]) -> dict[str, Any]:
    """The answers of a team: `counts` gives (value of the scale or (kind, word), number)."""
    groups = [(*read(value), number) for value, number in counts]
    return {"drawing": squares(groups), "groups": [group for group in groups if group[2]]}


@register.inclusion_tag("web/parts/road.html")
def road(road: Any, label: str = "De weg van dit profiel", upright: bool = False) -> dict[str, Any]:
    """The strip on top of every page of a profile. `upright`: a finished road, read on a phone from top to bottom."""
    return {"road": road, "label": label, "upright": upright}


@register.inclusion_tag("web/parts/stops.html")
def stops(road: Any, whose: str = "") -> dict[str, Any]:
    """One school's line in a timetable: its stops, and below the current one road.here, whose turn it is."""
    states = [station.state for station in road.stations]
    at = states.index("current") + 1 if "current" in states else len(states)
    return {"road": road, "whose": whose, "at": at}


@register.inclusion_tag("web/parts/roads_head.html")
def roads_head(road: Any) -> dict[str, Any]:
    """The names of the stations above a timetable."""
    return {"stations": road.stations}


@register.inclusion_tag("web/parts/track.html")
def track(done: int, total: int, live: str = "") -> dict[str, Any]:
    """How far, as a line like the road. Decoration: the same must stand in words beside it."""
    return {"done": done, "total": max(total, 1), "live": live}


@register.inclusion_tag("web/parts/saved.html")
def saved(at: datetime | str | None = None, text: str = "") -> dict[str, str]:
    """Where autosave.js says that all is kept. `at` is a moment or "14:02"; without both it waits in silence."""
    if isinstance(at, datetime):
        at = timezone.localtime(at).strftime("%H:%M")
    return {"text": text or (f"bewaard {at}" if at else "")}
