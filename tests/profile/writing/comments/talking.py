"""What the tests of comments share."""

from __future__ import annotations

from dekkend.accounts.models import User
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Comment
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.comments import actions
from dekkend.profile.writing.comments.texts import Text, all_texts
from dekkend.profile.writing.comments.tying import mark_of
from dekkend.profile.writing.queries import with_rows
from tests.profile.writing.shared import BASIS
from tests.world import World

ONE, TWO = [field for field in BASIS.fields if field.kind == "text"][:2]
SPOT = f"veld.{BASIS.id}.{ONE.id}"
OWN = "Op onze school kennen we elk kind bij de naam."
LIST = "Twee keer per jaar gaan we na wie iets extra's nodig heeft."
REST = "De leraar geeft die hulp in de groep, vier keer per week."
WORDS = "Dit klopt niet meer: wij doen dat drie keer."


def write(world: World, *parts: str) -> None:
    """The coordinator writes these paragraphs in the text on SPOT."""
    row = world.profile.texts.filter(section=BASIS.id, field=ONE.id).first()
    base = row.revision if row else 0
    text = "\n\n".join(parts)
    writing.write_text(world.profile, BASIS, ONE, text, base=base, actor=world.coordinator)


def text_at(profile: Profile, spot: str = SPOT, field: str = "") -> Text:
    fresh = with_rows(Profile.objects.with_places().get(pk=profile.pk))
    return next(each for each in all_texts(fresh) if each.spot == spot and field in ("", each.field))


def said(world: World, actor: User, part: str = LIST, words: str = WORDS) -> Comment:
    """A comment on one paragraph of the text on SPOT; on the whole text with part ""."""
    about = text_at(world.profile)
    asked = f"{about.paragraphs.index(part)}.{mark_of(part)}" if part else ""
    return actions.comment(world.profile, about, words, paragraph=asked, actor=actor)
