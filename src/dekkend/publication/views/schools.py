from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from dekkend.process.gate import public
from dekkend.publication.find import Found, Wish, find, known_alliances, known_needs
from dekkend.publication.forms import FindForm
from dekkend.publication.places import postcode4

FIELDS = ("behoefte", "waar", "woorden", "verband")


@public
def schools(request: HttpRequest) -> HttpResponse:
    """All schools, or those that were looked for: a list and a map that say the same numbers."""
    needs, alliances = known_needs(), known_alliances()
    form = FindForm(request.GET or None, needs=needs, alliances=alliances)
    form.is_valid()
    wish = wished(form)
    found = find(wish, request.GET.get("bladzijde"))
    context = {
        "form": form,
        "wish": wish,
        "found": found,
        "title": title(wish, found),
        "labels": {need.id: need.label for need in needs},
        "need": next((need for need in needs if need.id == wish.need), None),
        "postcode": postcode4(wish.where),
        "query": query(request),
        "find_url": reverse("public_schools"),
    }
    return render(request, "publication/schools.html", context)


def wished(form: FindForm) -> Wish:
    """What could be read of it; the rest is said beside its field."""
    read: dict[str, Any] = getattr(form, "cleaned_data", {})
    values = (read.get(name, "") for name in FIELDS)
    return Wish(*values)


def query(request: HttpRequest) -> str:
    asked = {name: request.GET[name] for name in FIELDS if request.GET.get(name)}
    return f"{urlencode(asked)}&" if asked else ""


NUMBERS = [
    "Geen",
    "Eén",
    "Twee",
    "Drie",
    "Vier",
    "Vijf",
    "Zes",
    "Zeven",
    "Acht",
    "Negen",
    "Tien",
    "Elf",
    "Twaalf",
]


def title(wish: Wish, found: Found) -> str:
    """ "Vijf scholen, de dichtstbijzijnde eerst" """
    total = found.page.paginator.count
    number = NUMBERS[total] if total < len(NUMBERS) else str(total)
    order = "de dichtstbijzijnde eerst" if wish.home else "op naam"
    return f"{number} {'school' if total == 1 else 'scholen'}{f', {order}' if total > 1 else ''}"
