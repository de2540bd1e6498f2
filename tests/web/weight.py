"""What a page weighs on a first visit, as a real server sends it. Needs the fixture `on_the_line`."""

import gzip
import re
from pathlib import Path

MODULE = re.compile(r'(?:from|import) "\./([a-z0-9.]+\.js)"')
LINKED = re.compile(r'(?:href|src)="/static/(web/(?:css|js)/[^"]+)"')


def sent(path: Path) -> int:
    compressed = path.with_name(path.name + ".gz")
    return (compressed if compressed.exists() else path).stat().st_size


def with_imports(path: Path, seen: set[Path]) -> set[Path]:
    if path not in seen:
        seen.add(path)
        if path.suffix == ".js":
            for name in MODULE.findall(path.read_text(encoding="utf-8")):
                with_imports(path.with_name(name), seen)
    return seen


def weight(page: bytes, static: Path) -> int:
    """The page as the middleware compresses it, its style sheets, and its modules with what they import."""
    files: set[Path] = set()
    for name in LINKED.findall(page.decode()):
        with_imports(static / name, files)
    assert files
    return len(gzip.compress(page, 6)) + sum(sent(path) for path in files)


def fonts(static: Path) -> int:
    faces = ("sans-3", "serif-4")
    return sum(sent(static / f"web/fonts/source-{face}-latin-wght-normal.woff2") for face in faces)
