from __future__ import annotations

from collections.abc import Iterator

from ..faults import Fault
from ..yamlfile import YamlFile
from .names import Files, exists, ids, rows, unique


def check_format(files: Files) -> Iterator[Fault]:
    file = files["format.yml"]
    scale = file.data["scale"]
    values = rows(scale["values"], "scale", "values")
    yield from unique(file, values, "id")
    yield from unique(file, values, "label")
    yield from unique(file, rows(file.data["aspects"], "aspects"), "id")
    yield from check_audiences(file)
    if not any(value.get("feeds_improvement") for _, value in values):
        what = "Geen enkele waarde voedt de verbeterpunten."
        yield file.fault(("scale", "values"), what, "Zet bij één waarde “feeds_improvement: true”.")
    if not any(value["mark"] == "full" for _, value in values):
        what = "Geen enkele waarde zegt dat iets op orde is."
        yield file.fault(("scale", "values"), what, "Geef ten minste één waarde “mark: full”.")
    yield from check_standings(files)


def check_audiences(file: YamlFile) -> Iterator[Fault]:
    """One word, and one role, leads to one audience."""
    audiences = rows(file.data.get("audiences", []), "audiences")
    yield from unique(file, audiences, "id")
    yield from unique(file, audiences, "label")
    for key in ("words", "roles"):
        seen: dict[str, int] = {}
        for path, audience in audiences:
            for index, word in enumerate(audience.get(key, [])):
                place = (*path, key, index)
                if word.lower() in seen:
                    what = f"“{word}” staat ook al op regel {seen[word.lower()]}."
                    yield file.fault(place, what, "Laat het bij één functie staan.")
                seen.setdefault(word.lower(), file.line(*place))


def check_standings(files: Files) -> Iterator[Fault]:
    """Every line names values of the scale, and the last one always holds."""
    file = files["format.yml"]
    scale = file.data["scale"]
    lines = rows(scale["standings"], "scale", "standings")
    for path, line in lines:
        for key in {"value", "every", "share"} & line.keys():
            yield from exists(file, (*path, key), line[key], ids(scale["values"]), "De waarde")
    path, last = lines[-1]
    if {"every", "share"} & last.keys():
        yield file.fault(
            path, "De laatste regel geldt niet altijd.", "Zet er een regel onder met alleen “value”."
        )
