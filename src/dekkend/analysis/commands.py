from collections.abc import Callable, Iterator
from itertools import islice

from django.db import transaction
from django.db.models import F

from dekkend.profile.models import Version

from .projection import KINDS, facts_of, insert

AT_ONCE = 100  # versions; some eight thousand facts


@transaction.atomic
def rebuild(echo: Callable[[str], None]) -> int:
    """`dekkend rebuild-analysis`: throw the facts away and make them again from the adopted versions."""
    for kind in KINDS:
        kind.objects.all().delete()  # type: ignore[attr-defined]
    count = 0
    versions = adopted()
    while some := list(islice(versions, AT_ONCE)):
        insert(fact for version in some for fact in facts_of(version))
        count += len(some)
    echo(f"Cijfers gemaakt uit {count} vastgestelde versies.")
    return 0


def adopted() -> Iterator[Version]:
    """The latest adopted version of each school in each round."""
    pointed = Version.objects.filter(profile__adopted=F("pk")).select_related("profile__round")
    return pointed.order_by("pk").iterator(chunk_size=AT_ONCE)
