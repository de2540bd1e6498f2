"""A released version never changes: its sha256 stands in formats/lock.yml."""

import pytest

from dekkend.formats.lock import locked
from dekkend.formats.places import formats_folder
from dekkend.formats.reader import fingerprint, read, texts_in

FOLDERS = {
    f"{path.parent.parent.name}/{path.parent.name}": path.parent
    for path in formats_folder().glob("*/*/format.yml")
}


def test_every_version_in_the_project_is_locked():
    assert set(locked()) == set(FOLDERS)


@pytest.mark.parametrize("ref", sorted(FOLDERS))
def test_a_released_version_is_as_it_was(ref):
    found = read(FOLDERS[ref])
    assert found.ref == ref
    assert found.sha256 == locked()[ref], (
        "A released version changed. Give the change a folder and number of its own."
    )


def test_one_changed_letter_gives_another_fingerprint():
    texts, _ = texts_in(FOLDERS["almere-po/2026.1"])
    changed = texts | {"guide.yml": texts["guide.yml"] + " "}
    assert fingerprint(changed) != fingerprint(texts)


def test_the_way_lines_end_does_not_matter():
    texts, _ = texts_in(FOLDERS["almere-po/2026.1"])
    assert fingerprint({name: text.replace("\n", "\r\n") for name, text in texts.items()}) == fingerprint(
        texts
    )
