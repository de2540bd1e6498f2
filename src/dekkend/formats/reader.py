"""From a folder, or from texts by file name, to one Format: every file checked, all faults at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from . import schemas
from .build import build
from .crosschecks import CHECKS, Files
from .faults import Fault, FaultsFound, closest
from .model import Format
from .yamlfile import MAX_BYTES, YamlFile, parse, too_large

# File of a format -> name of its schema.
FILES = {f"{name}.yml": name for name in ("format", "checklist", "profile", "guide", "offer")}
Texts = Mapping[str, str]


def read(source: Path | Texts) -> Format:
    """Raise FaultsFound with every fault. Cost: some tenths of a second for a format of 60 items."""
    texts, faults = texts_in(source) if isinstance(source, Path) else (dict(source), [])
    faults += _names(set(texts) | {fault.file for fault in faults})
    files: Files = {}
    sound: set[str] = set()
    for name in FILES.keys() & texts.keys():
        file, wrong = parse(name, texts[name])
        if file is not None:
            files[name] = file
            wrong = schemas.check(file, FILES[name])
        if not wrong:
            sound.add(name)
        faults += wrong
    for needed, check in CHECKS:
        # A check looks only at files that have the right shape.
        if set(needed) <= sound:
            faults += check(files)
    if faults:
        raise FaultsFound(faults)
    return build(files, fingerprint(texts))


def read_known(texts: Texts) -> Format:
    """A format that was checked when it was loaded or locked: build it without checking again."""
    files: dict[str, YamlFile] = {}
    for name in FILES:
        file, faults = parse(name, texts[name])
        if file is None:
            raise FaultsFound(faults)
        files[name] = file
    return build(files, fingerprint(texts))


def fingerprint(texts: Texts) -> str:
    """sha256 over names and texts in order of name; the way lines end makes no difference."""
    digest = hashlib.sha256()
    for name in sorted(texts):
        body = texts[name].replace("\r\n", "\n").encode("utf-8", "replace")
        digest.update(f"{name}\n{len(body)}\n".encode())
        digest.update(body)
    return digest.hexdigest()


def texts_in(folder: Path) -> tuple[dict[str, str], list[Fault]]:
    """The YAML files of a folder by name, and a fault for each that cannot be read.

    Raise FaultsFound when there is no such folder.
    """
    if not folder.is_dir():
        missing = Fault(str(folder), 0, "Deze map is er niet.", "Geef de map waarin format.yml staat.")
        raise FaultsFound([missing])
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.y*ml")):
        text, wrong = text_of(path)
        faults += wrong
        if not wrong:
            texts[path.name] = text
    return texts, faults


def text_of(path: Path, max_bytes: int = MAX_BYTES) -> tuple[str, list[Fault]]:
    """The text of a file, or "" with the fault. Of a file that is too large no more is read."""
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError:
        return "", [
            Fault(path.name, 0, "Het bestand is niet te lezen.", "Kijk of het er staat en of het mag.")
        ]
    if len(content) > max_bytes:
        return "", [too_large(path.name, max_bytes)]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return "", [Fault(path.name, line, "Deze regel is geen UTF-8.", "Sla het bestand op als UTF-8.")]


def _names(found: set[str]) -> list[Fault]:
    if not FILES.keys() & found:
        remedy = "Geef de map waarin format.yml en de andere vier bestanden staan."
        return [Fault("format.yml", 0, "Hier staat geen formaat.", remedy)]
    missing = [
        Fault(name, 0, "Dit bestand ontbreekt.", "Maak het; docs/naslag/formaat.md zegt wat erin staat.")
        for name in FILES
        if name not in found
    ]
    extra = [name for name in found if name not in FILES]
    return missing + [
        Fault(name, 0, "Dit bestand hoort niet bij een formaat.", closest(name, FILES)) for name in extra
    ]
