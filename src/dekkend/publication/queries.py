from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from .models import Publication


class PublicationQuerySet(models.QuerySet["Publication"]):
    def live(self) -> PublicationQuerySet:
        """Readable at the address of its year: not withdrawn."""
        return self.filter(withdrawn_on__isnull=True)

    def in_force(self) -> PublicationQuerySet:
        """The one that holds now for its school."""
        return self.live().filter(archived_on__isnull=True)

    def with_papers(self) -> PublicationQuerySet:
        """All that a public page needs: one query."""
        return self.select_related(
            "school__alliance", "school__board", "version__advice", "version__reply", "version__decision"
        )

    def newest(self) -> Publication | None:
        return self.order_by("-pk").first()


def has_words(stems: Iterable[str], path: str = "") -> Q:
    """Every stem begins some word of the public text. `path` leads to a publication: "publications__"."""
    found = (Q(**{f"{path}search_text__contains": f" {stem}"}) for stem in stems)
    return reduce(and_, found, Q())
