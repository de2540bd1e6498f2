"""Ninety short texts: each fault is found, and at most two of all get an advice that they should not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dekkend.formats.model import Subject
from dekkend.profile.writing.advice.contradiction import contradiction
from dekkend.profile.writing.advice.smart import smart
from dekkend.profile.writing.advice.whole import advise

MADE, UNSEEN = (
    yaml.safe_load((Path(__file__).parent / f"{name}.yml").read_text("utf-8"))
    for name in ("samples", "unseen")
)
SAMPLES = MADE + UNSEEN
SUBJECT = Subject("zorgplicht", "de zorgplicht", ("zorgplicht",))


def kinds(sample: dict[str, Any]) -> set[str]:
    if sample.get("as") == "point":
        point = {"owner": "", "due": None, "measure": ""} | sample["point"]
        return {advice.kind for _, advice in smart(**point)}
    found = advise(
        sample["text"],
        fair=sample.get("fair", 0),
        subjects=[SUBJECT] if sample.get("subjects") else [],
        is_boundary=sample.get("as") == "boundary",
    )
    found += contradiction(sample.get("needs", []), sample.get("offered", {}))
    return {advice.kind for advice in found}


@pytest.mark.parametrize(("samples", "number"), [(MADE, 60), (UNSEEN, 30)], ids=["made", "unseen"])
def test_half_of_the_samples_have_a_fault(samples: list[dict[str, Any]], number: int) -> None:
    assert (len(samples), sum("kind" in sample for sample in samples)) == (number, number / 2)


@pytest.mark.parametrize(
    "sample", [sample for sample in SAMPLES if "kind" in sample], ids=lambda each: each["kind"]
)
def test_samples_with_a_fault_are_found(sample: dict[str, Any]) -> None:
    assert sample["kind"] in kinds(sample)


def test_samples_give_at_most_two_false_alarms() -> None:
    alarms = {str(sample): kinds(sample) - {sample.get("kind")} for sample in SAMPLES}
    assert len([text for text, wrong in alarms.items() if wrong]) <= 2, {k: v for k, v in alarms.items() if v}
