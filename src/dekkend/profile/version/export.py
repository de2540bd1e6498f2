"""A profile as a file with answers, from which `dekkend make` makes the same papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_by_brin6

from .compile import content_of


class Readable(yaml.SafeDumper):
    """Texts of more lines as blocks, so that a person can read and change them."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def block(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Readable.add_representer(str, block)


def answers_file(profile: Profile) -> str:
    """What is written now, sealed or not, in the shape of an answers file."""
    return yaml.dump(content_of(profile), Dumper=Readable, allow_unicode=True, sort_keys=False, width=110)


def export(brin6: str, schooljaar: str, echo: Callable[[str], None]) -> int:
    """`dekkend profile export BRIN6`: the newest round, or that of the schooljaar."""
    profile = profile_by_brin6(brin6, schooljaar)
    if profile is None:
        when = f" voor {schooljaar}" if schooljaar else ""
        echo(f"Er is geen profiel van {brin6}{when}. Controleer de code van de vestiging, zoals 12AB00.")
        return 1
    echo(answers_file(profile))
    return 0
