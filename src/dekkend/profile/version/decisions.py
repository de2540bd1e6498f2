"""What was decided about a version. Together with content and format it is all that a paper depends on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["preview", "concept", "adopted", "withdrawn"]
AdviceKind = Literal["", "positive", "remarks", "negative", "none"]


@dataclass(frozen=True)
class Decisions:
    """Dates are ISO (YYYY-MM-DD), "" for not yet. `version` 0 is what nobody submitted.

    "concept": submitted and not adopted. `advice_kind` "none": the term passed without an advice.
    `adopted_by` is a function, such as "het bestuur van ...", never a person. `advice_text` is for the
    board's own papers; nothing public prints it (rulings 5).
    """

    version: int = 0
    status: Status = "preview"
    sha256: str = ""
    submitted_on: str = ""
    advice_kind: AdviceKind = ""
    advice_on: str = ""
    advice_text: str = ""
    reply_on: str = ""
    adopted_on: str = ""
    adopted_by: str = ""
    valid_until: str = ""
    published_on: str = ""
    asked_on: str = ""  # the council was asked for its advice, and gives it until `term_ends`
    term_ends: str = ""
    page: str = ""  # address of the public page, for who holds the paper
    checked_at: str = ""  # the address of the page that says whether a file is the adopted version

    @property
    def is_decided(self) -> bool:
        return self.status in ("adopted", "withdrawn")


PREVIEW = Decisions()
