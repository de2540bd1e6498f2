"""What is said beside the texts, for a page and for the list of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery, prefetch_related_objects
from django.db.models.functions import Coalesce

from dekkend.kit.diff import Passage, passages
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.margin import first_words

from .models import Comment, CommentReply
from .texts import Text, all_texts, texts_in
from .tying import mark_of, place_of
from .weighing import Weighed, weigh


@dataclass(frozen=True)
class Choice:
    """What one can comment on: a text as a whole, or one of its paragraphs."""

    value: str  # "still:2.1f3c9a0b77", see `chosen`
    label: str


@dataclass(frozen=True)
class Thread:
    comment: Comment
    about: str  # name of the field, "" where the spot has one
    first: str  # first words of the paragraph as it stands, "" for the whole text
    is_gone: bool
    weighed: Weighed | None = None  # of a suggestion: what it changes

    @property
    def changes(self) -> list[Passage]:
        """What a suggestion changes by word: of the text as it is now, or as it was when it was settled."""
        if self.comment.is_open and self.weighed:
            return self.weighed.passages
        return passages(self.comment.before, self.comment.proposal)

    @property
    def shown_before(self) -> str:
        """The old words, where the paragraph is no longer what was commented on."""
        if not self.comment.is_open and self.comment.is_suggestion:
            return ""
        changed = self.is_gone or self.comment.words != self.comment.before
        return self.comment.before if changed else ""


@dataclass(frozen=True)
class Beside:
    """What stands beside one form: its open comments, and what can be commented on."""

    spot: str
    label: str
    part: str
    page: int | None
    threads: tuple[Thread, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def number(self) -> int:
        return len(self.threads)


@dataclass
class Listed:
    """All that was said about one text."""

    label: str
    beside: Beside | None  # None when the text itself is gone
    open: list[Thread] = field(default_factory=list)
    closed: list[Thread] = field(default_factory=list)


def comments_on(profile: Profile) -> list[Comment]:
    """They follow each other as their paragraphs do. Two queries, none where the page read them (`with_page`)."""
    comments = list(profile.comments.all())
    prefetch_related_objects(comments, "replies")
    return comments


def beside_of(profile: Profile, part: str, comments: Iterable[Comment]) -> dict[str, Beside]:
    """Spot -> what is said there. No query beside the rows (`with_rows`)."""
    said = defaultdict(list)
    for comment in comments:
        if comment.is_open:
            said[comment.spot].append(comment)
    return {spot: beside(found, said[spot]) for spot, found in by_spot(texts_in(profile, part)).items()}


def by_spot(texts: Iterable[Text]) -> dict[str, list[Text]]:
    found = defaultdict(list)
    for text in texts:
        found[text.spot].append(text)
    return found


def beside(texts: list[Text], comments: list[Comment]) -> Beside:
    first = texts[0]
    threads = [thread(comment, text) for text in texts for comment in comments if comment.field == text.field]
    choices = [choice for text in texts for choice in choices_in(text)]
    return Beside(first.spot, first.label, first.part, first.page, tuple(threads), tuple(choices))


def thread(comment: Comment, text: Text | None) -> Thread:
    place = place_of(comment.words, comment.position, text.paragraphs) if text and comment.words else None
    return Thread(
        comment,
        text.name if text else "",
        first_words(comment.words),
        is_gone=bool(comment.words) and place is None,
        weighed=weigh(comment, text) if comment.is_suggestion else None,
    )


def choices_in(text: Text) -> list[Choice]:
    whole = text.name or "De hele tekst"
    parts = text.paragraphs
    told = [Choice(f"{text.field}:", whole)]
    name = f"{text.name}, alinea" if text.name else "Alinea"
    for at, part in enumerate(parts):
        told.append(Choice(f"{text.field}:{at}.{mark_of(part)}", f"{name} {at + 1}: {first_words(part)}"))
    return told


def chosen(texts: list[Text], value: str) -> tuple[Text, str]:
    """The text, and the paragraph as `actions.comment` takes it; the first text when none is named."""
    name, _, paragraph = value.partition(":")
    return next((text for text in texts if text.field == name), texts[0]), paragraph


def listed(profile: Profile) -> list[Listed]:
    """All comments in the order of the format; last what was said of texts that are gone. Two queries."""
    said = defaultdict(list)
    for comment in comments_on(profile):
        said[comment.spot].append(comment)
    found = []
    for spot, texts in by_spot(all_texts(profile)).items():
        if comments := said.pop(spot, None):
            names = {text.field: text for text in texts}
            here = Listed(texts[0].label, beside(texts, []))
            add(here, [thread(each, names.get(each.field)) for each in comments])
            found.append(here)
    if left := [comment for comments in said.values() for comment in comments]:
        gone = Listed("Bij een tekst die weg is", None)
        add(gone, [thread(each, None) for each in left])
        found.append(gone)
    return found


def add(here: Listed, threads: list[Thread]) -> None:
    for each in threads:
        (here.open if each.comment.is_open else here.closed).append(each)


def open_number(profile: Profile) -> int:
    return int(profile.comments.filter(closed_at=None).count())


def number_open(user: Any) -> Coalesce:
    """For a list of profiles, in its query: how many comments wait for this person. Not for who asked and was not
    answered yet.
    """
    answers = CommentReply.objects.filter(comment=OuterRef("pk")).exclude(person=user)
    own = Q(~Exists(answers), person=user)
    waiting = Comment.objects.filter(profile=OuterRef("pk"), closed_at=None).exclude(own).order_by()
    counted = waiting.values("profile").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
