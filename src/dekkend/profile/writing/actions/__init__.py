"""The only code that writes a profile: may? -> change -> event -> where the profile is on the road."""

from .boundaries import begin_with_starter, switch_off, switch_on
from .copying import copy_arrangement, take_over
from .drafting import (
    accept_draft,
    accept_drafts,
    draft_arrangement,
    draft_column,
    draft_section,
    draft_text,
    drop_draft,
    old_draft_back,
    renew_draft,
)
from .improvements import add_cause, answer_point, make_point, take_cause
from .inserting import insert, insert_in_column, insert_in_provision, take_out
from .offer import add_arrangement, add_specialisation, add_thing, declare_no_specialisations
from .removing import put_back, remove
from .rows import move, save
from .sources import leave_source, take_source
from .texts import write_column, write_provision, write_text
from .things import restore_things
from .waving import wave
from .yearly import confirm_part, walk_change

__all__ = [
    "accept_draft",
    "accept_drafts",
    "add_arrangement",
    "add_cause",
    "add_specialisation",
    "add_thing",
    "answer_point",
    "begin_with_starter",
    "confirm_part",
    "copy_arrangement",
    "declare_no_specialisations",
    "draft_arrangement",
    "draft_column",
    "draft_section",
    "draft_text",
    "drop_draft",
    "insert",
    "insert_in_column",
    "insert_in_provision",
    "leave_source",
    "make_point",
    "move",
    "old_draft_back",
    "put_back",
    "remove",
    "renew_draft",
    "restore_things",
    "save",
    "switch_off",
    "switch_on",
    "take_cause",
    "take_out",
    "take_over",
    "take_source",
    "walk_change",
    "wave",
    "write_column",
    "write_provision",
    "write_text",
]
