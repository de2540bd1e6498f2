"""Every column of a profile that holds keys of its format, and what a move does with it.

`tests/profile/version/moving/test_keys.py` looks through all tables for a column that is missing here.
"""

from __future__ import annotations

Columns = dict[str, tuple[str, ...]]

# Items, values and topics: renamed by `following` and `ties`, and back by the journal. What was still to be looked at
# under the former version (`Move.open`) goes to the new move.
RENAMED: Columns = {
    "Agreement": ("item", "value", "topics"),
    "Answer": ("item", "value", "topics"),
    "AgendaItem": ("item",),
    "Carried": ("parts", "looked", "walked"),
    "ColumnText": ("origins", "gone"),
    "Copy": ("covers",),
    "ImprovementPoint": ("source_ref", "more_sources"),
    "Move": ("open",),
    "ProvisionText": ("origins", "gone"),
    "SectionText": ("origins", "gone"),
    "Showing": ("item",),
}
# All else outlives a version under its own key. What the new one has no place for stays in its row and out of the
# content, and the page of the move lists it with its words.
KEPT: Columns = {
    "Arrangement": ("need",),
    "Boundary": ("element",),
    "Carried": ("since",),
    "ColumnText": ("column",),
    "Comment": ("spot",),
    "OldPassage": ("target",),
    "SectionText": ("section", "field"),
    "Specialisation": ("need",),
    "Summary": ("question",),
    "Thing": ("column", "pick", "frequency", "basis"),
    "Waved": ("spot", "mark"),
}
# Of a moment. While a talk runs, a profile does not move; what was counted in it is said in the values of then.
PASSING: Columns = {
    "Move": ("before", "after", "journal"),
    "Presence": ("item", "question", "part"),
    "Profile": ("format_ref",),
    "Showing": ("spread", "earlier", "hands"),
    "Talk": ("shown", "report"),
    "Vote": ("item", "value"),
}
