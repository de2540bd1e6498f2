"""Adopted versions with just the content a figure needs."""

from __future__ import annotations

from typing import Any

from dekkend.analysis.projection import project
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Version
from dekkend.profile.version.content import seal
from dekkend.region.models import Round, School

Content = dict[str, Any]


def thing(what: str, *, needed: bool = True, available: bool = True) -> Content:
    return {"what": what, "needed": needed, "available": available}


def arrangement(need: str, *things: Content, target: str = "") -> Content:
    columns = {"guidance": {"text": "", "things": list(things)}}
    return {"id": f"a-{need}", "need": need, "target": target, "columns": columns}


def specialisation(need: str, title: str = "Specialist") -> Content:
    return {"id": f"s-{need}", "title": title, "need": need}


def content(profile: Profile, value: str = "yes", **parts: Any) -> Content:
    """Every item answered with `value`; `parts` are further parts of the content."""
    answers = {item.id: {"value": value} for item in profile.format.items}
    return {
        "format": profile.round.format_ref,
        "schooljaar": profile.round.schooljaar,
        "school": {"name": profile.school.name, "brin6": profile.school.brin6},
        "checklist": {"answers": answers | parts.pop("answers", {})},
        "texts": {},
        **parts,
    }


def sealed(profile: Profile, told: Content) -> Version:
    text, digest = seal(told)
    number = profile.versions.count() + 1
    return Version.objects.create(
        profile=profile, number=number, content=text, sha256=digest, sealed_by="Directeur"
    )


def adopt(school: School, round: Round, *, value: str = "yes", **parts: Any) -> Version:
    """The school has an adopted version in this round, and the figures know it."""
    profile, _ = Profile.objects.get_or_create(school=school, round=round)
    version = sealed(profile, content(profile, value, **parts))
    profile.state, profile.station, profile.adopted = "adopted", "publication", version
    profile.save()
    project(version)
    return version
