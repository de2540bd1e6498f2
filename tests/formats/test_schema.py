"""Every file of every format in the project against its schema; the schemas themselves are sound."""

import json

import pytest
from jsonschema import Draft202012Validator

from dekkend.formats import schemas
from dekkend.formats.places import formats_folder, schema_folder
from dekkend.formats.reader import FILES
from dekkend.formats.yamlfile import parse
from tests.formats.texts import OTHER

FOLDERS = [*sorted(path.parent for path in formats_folder().glob("*/*/format.yml")), OTHER]


@pytest.mark.parametrize("path", sorted(schema_folder().glob("*.json")), ids=lambda path: path.name)
def test_a_schema_is_a_schema(path):
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
@pytest.mark.parametrize("name", FILES)
def test_a_file_fits_its_schema(folder, name):
    file, faults = parse(name, (folder / name).read_text(encoding="utf-8"))
    assert file is not None, faults
    assert schemas.check(file, FILES[name]) == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_shape_does_not(name):
    file, _ = parse(name, "iets: anders")
    assert file is not None
    assert schemas.check(file, FILES[name])
