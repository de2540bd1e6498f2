"""Style sheets and modules as they go down the line: without the comments, which are for whoever reads the source.

Each `{% css "one" "two" %}` of a template is one sheet there, and each `{% js "one" "two" %}` one module: alike pieces
compress better together, and a phone asks once instead of ten times. While one develops and tests, each is a file of
its own. Modules name each other by their hash: a browser keeps them for good, and none is loaded under two names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.template import engines
from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN = re.compile(r"web/(css|js)/[a-z-]+(\.[0-9a-f]{12})?\.(css|js)")
REMARK = re.compile(rb"/\*.*?\*/", re.DOTALL)
AROUND = re.compile(rb"\s*([{};])\s*")
IN_MODULE = re.compile(rb"^[ \t]*//.*\n|^[ \t]+|^\n", re.MULTILINE)
ASKED = re.compile(r"{%\s*(css|js)\s+([^%]+)%}")
IMPORT = re.compile(rb'^import {([^}]*)} from ("\./[a-z]+\.js");\n', re.MULTILINE)
ALONE = re.compile(rb'^export |^import "', re.MULTILINE)


def lean(name: str, content: bytes) -> bytes:
    """The same file, shorter. Of a module only indents and lines that are empty or nothing but a comment go."""
    if not OWN.fullmatch(name.replace("\\", "/")):
        return content
    if name.endswith(".css"):
        return AROUND.sub(rb"\1", REMARK.sub(b"", content)).lstrip()
    return IN_MODULE.sub(b"", content)


def place(kind: str, *names: str) -> str:
    """Where a sheet or module is, or several that were joined: beside its pieces, so that what these fetch is found."""
    return f"web/{kind}/{'-'.join(names)}.{kind}"


def groups() -> list[tuple[str, ...]]:
    """What templates ask for at once: ("css", "table", "pager")."""
    found: set[tuple[str, ...]] = set()
    for folder in engines["django"].template_dirs:
        for path in Path(folder).rglob("*.html"):
            for kind, told in ASKED.findall(path.read_text(encoding="utf-8")):
                found.add((kind, *re.findall(r'"([a-z]+)"', told)))
    return sorted(found)


def one_module(modules: Iterable[bytes]) -> bytes:
    """Each in a block, so that what it names stays its own; what they import is named once, on top."""
    wanted: dict[bytes, set[bytes]] = {}
    blocks = []
    for module in modules:
        for names, other in IMPORT.findall(module):
            wanted.setdefault(other, set()).update(name.strip() for name in names.split(b","))
        blocks.append(b"{\n" + IMPORT.sub(b"", module) + b"}\n")
    top = [b"import { %b } from %b;\n" % (b", ".join(sorted(wanted[other])), other) for other in wanted]
    return b"".join(top + blocks)


class Storage(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        joined = [] if dry_run else [name for kind, *names in groups() for name in self.join(kind, names)]
        all_paths = paths | {name: (self, name) for name in joined}
        yield from super().post_process(all_paths, dry_run=dry_run, **options)

    def joined(self, kind: str, names: Iterable[str]) -> list[str]:
        """What a page links to."""
        whole = place(kind, *names)
        return [whole] if whole in self.hashed_files else [place(kind, name) for name in names]

    def join(self, kind: str, names: list[str]) -> Iterator[str]:
        pieces = [self.read(place(kind, name)) for name in names]
        # What others may import must be there once: it stays alone, and so does who imports without a name.
        if len(names) < 2 or (kind == "js" and any(ALONE.search(piece) for piece in pieces)):
            return
        whole = place(kind, *names)
        self.delete(whole)
        yield self._save(whole, ContentFile(b"".join(pieces) if kind == "css" else one_module(pieces)))

    def read(self, name: str) -> bytes:
        with self.open(name) as file:
            content: bytes = file.read()
        return content

    def _save(self, name: str, content: Any) -> str:
        saved: str = super()._save(name, ContentFile(lean(name, b"".join(content.chunks()))))
        return saved
