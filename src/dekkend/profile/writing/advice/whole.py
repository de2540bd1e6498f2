"""All that can be said of one text."""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.formats.model import Subject

from .diagnosis import diagnosis
from .length import length
from .model import Advice
from .private import private
from .prose import even, sentences
from .reading import reading
from .subject import subject
from .vague import vague


def advise(
    text: str, *, fair: int = 0, subjects: Iterable[Subject] = (), is_boundary: bool = False
) -> list[Advice]:
    """Most pressing first: what may harm a child, then what is missing, then how it reads."""
    told = even(text)
    parts = sentences(told)
    limits = diagnosis(told) if is_boundary else []
    return [
        *private(told), *limits, *subject(told, subjects), *length(parts, fair), *reading(parts), *vague(parts)
    ]  # fmt: skip
