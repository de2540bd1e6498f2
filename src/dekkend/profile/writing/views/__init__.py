"""Station 3. Reading is see_writing; every POST is write."""

from .advice import advice, advice_wave
from .boundaries import boundary, boundary_start, boundary_switch
from .drafts import arrangement_draft, column_draft, field_draft, section_draft
from .nearby import nearby
from .pages import arrangement, arrangements_table, overview, provisions, section
from .points import cause_removal, point_answer, points
from .rows import (
    no_specialisations,
    row_copy,
    row_move,
    row_removal,
    row_save,
    rows_new,
    rows_of_last_year,
    undo,
)
from .texts import blocks, field, field_source, provision, provision_blocks, provision_source
from .things import column, column_blocks, column_source, thing, thing_move, thing_removal, things
from .unread import unread

__all__ = [
    "advice",
    "advice_wave",
    "arrangement",
    "arrangement_draft",
    "arrangements_table",
    "blocks",
    "boundary",
    "boundary_start",
    "boundary_switch",
    "cause_removal",
    "column",
    "column_blocks",
    "column_draft",
    "column_source",
    "field",
    "field_draft",
    "field_source",
    "nearby",
    "no_specialisations",
    "overview",
    "point_answer",
    "points",
    "provision",
    "provision_blocks",
    "provision_source",
    "provisions",
    "row_copy",
    "row_move",
    "row_removal",
    "row_save",
    "rows_new",
    "rows_of_last_year",
    "section",
    "section_draft",
    "thing",
    "thing_move",
    "thing_removal",
    "things",
    "undo",
    "unread",
]
