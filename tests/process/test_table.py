import pytest

from dekkend.process import guards
from dekkend.process.table import parse, table

HEAD = "| Handeling | act | van | naar | wie | nodig |\n|---|---|---|---|---|---|\n"


def test_table_names_only_guards_that_exist() -> None:
    named = {name for row in table().values() for name in row.needs}

    assert named <= guards.known()


def test_table_refuses_an_act_that_stands_twice() -> None:
    line = "| Lezen | read | – | – | head@school | |\n"

    with pytest.raises(ValueError, match="twice"):
        parse(HEAD + line + line)


def test_table_refuses_an_act_for_nobody() -> None:
    with pytest.raises(ValueError, match="nobody"):
        parse(HEAD + "| Lezen | read | – | – | – | |\n")


def test_table_refuses_a_role_without_a_place() -> None:
    with pytest.raises(ValueError, match="role@place"):
        parse(HEAD + "| Lezen | read | – | – | head | |\n")
