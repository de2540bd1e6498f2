from __future__ import annotations

from collections.abc import Iterator

from ..faults import Fault
from .names import Files, all_exist, ids, rows, unique


def check_offer(files: Files) -> Iterator[Fault]:
    file = files["offer.yml"]
    lists = file.data["lists"]
    needs, elements = rows(file.data["needs"], "needs"), rows(file.data["elements"], "elements")
    yield from unique(file, needs, "id")
    yield from unique(file, elements, "id")
    for name, picks in lists.items():
        yield from unique(file, rows(picks, "lists", name), "id")
    for path, need in needs:
        yield from all_exist(file, path, need, "expertise", ids(lists["expertise"]), "De deskundigheid")
    for path, element in elements:
        yield from all_exist(
            file, path, element, "needs", ids(file.data["needs"]), "De ondersteuningsbehoefte"
        )
        for key in ("still", "then"):
            if key in element and element["kind"] != "boundary":
                what = f"Alleen een grens heeft “{key}”."
                yield file.fault((*path, key), what, f"Haal “{key}” hier weg.")
    for kind in ("opening", "closing"):
        count = sum(element["kind"] == kind for _, element in elements)
        if count != 1:
            what = f"Er zijn {count} elementen van de soort “{kind}”."
            yield file.fault(("elements",), what, "Zorg dat er precies één is.")
