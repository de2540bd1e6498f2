"""What a suggestion would change now, also when the paragraph was changed after it. No database here."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from dekkend.kit.diff import Passage, passages
from dekkend.kit.merge import merge
from dekkend.profile.writing.origins import same

from .models import Comment
from .texts import Text
from .tying import place_of


@dataclass(frozen=True)
class Weighed:
    """`now` becomes `result`. Both changes are in the result where they did not touch the same words."""

    place: int | None  # None when the paragraph is gone: nothing can be taken over
    now: str
    result: str
    is_changed: bool  # since the suggestion was made
    is_clash: bool  # on the same words: the result is the suggestion as it was made
    seal: str  # of what is shown

    @property
    def passages(self) -> list[Passage]:
        return passages(self.now, self.result)


def weigh(comment: Comment, text: Text | None) -> Weighed:
    standing = text.paragraphs if text else []
    place = place_of(comment.words, comment.position, standing)
    now = comment.words if place is None else standing[place]
    together = comment.proposal if same(now, comment.before) else merge(comment.before, comment.proposal, now)
    result = comment.proposal if together is None else together
    return Weighed(
        place,
        now,
        result,
        is_changed=not same(now, comment.before),
        is_clash=together is None,
        seal=sha256(f"{now}\0{result}".encode()).hexdigest()[:16],
    )
