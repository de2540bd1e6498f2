from __future__ import annotations

from collections.abc import Iterable

from .model import Advice


def contradiction(touches: Iterable[str], offered: dict[str, str]) -> list[Advice]:
    """A boundary at a need for which the school offers something. `offered`: need -> what is offered, in words."""
    found = []
    for need in touches:
        if need in offered:
            reason = f"Jullie bieden ook {offered[need]}. Een ouder vraagt dan: kan het nou wel of niet?"
            todo = "Schrijf tot waar dat aanbod gaat, bijvoorbeeld bij “Wat kan nog wel”."
            found.append(Advice("contradiction", (0, 0), "", reason, todo, about=f"{need} {offered[need]}"))
    return found
