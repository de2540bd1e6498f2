from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

if TYPE_CHECKING:
    from dekkend.publication.models import Gathering
    from dekkend.region.models import Round

SILENT = timedelta(minutes=3)  # the slowest school takes some seconds
KEPT = timedelta(days=7)


class GatheringQuerySet(models.QuerySet["Gathering"]):
    def open(self) -> GatheringQuerySet:
        """Asked for and not finished."""
        return self.filter(state__in=("waiting", "running"))

    def free(self, at: datetime) -> GatheringQuerySet:
        """To be taken up: nobody works on it, or who did gives no sign any more."""
        return self.filter(Q(state="waiting") | Q(state="running", seen_at__lt=at - SILENT))

    def past(self, at: datetime) -> GatheringQuerySet:
        """What need not be kept any longer."""
        return self.filter(finished_at__lt=at - KEPT)


def current(round: Round) -> Gathering | None:
    """The one that is asked for or made now, else the last one that is still kept. One query."""
    from dekkend.publication.models import Gathering

    fresh = Q(finished_at=None) | Q(finished_at__gte=timezone.now() - KEPT)
    return Gathering.objects.filter(fresh, round=round).first()


def downloadable(round: Round) -> Gathering | None:
    """The newest one whose zip there is; a newer one may be in the making. One query."""
    from dekkend.publication.models import Gathering

    since = timezone.now() - KEPT
    return Gathering.objects.filter(round=round, state="done", finished_at__gte=since).first()
