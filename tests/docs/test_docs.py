"""What the documents say exists: names, commands, settings, files and links."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from django.apps import apps
from django.core.management import get_commands

from dekkend.cli import COMMANDS

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "dekkend"
PAGES = sorted(
    path
    for folder in (ROOT, ROOT / "docs", ROOT / "formats", ROOT / "examples")
    for path in (folder.glob("*.md") if folder == ROOT else folder.rglob("*.md"))
)
GLOSSARY = ROOT / "docs" / "naslag" / "woordenlijst.md"


def title(path: Path) -> str:
    return str(path.relative_to(ROOT))


def code_in(page: Path) -> str:
    """Everything between backticks, and every block that is indented or fenced."""
    text = page.read_text(encoding="utf-8")
    fenced = re.findall(r"^```.*?^```", text, re.DOTALL | re.MULTILINE)
    rest = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    inline = re.findall(r"`([^`\n]+)`", rest)
    indented = re.findall(r"^    \S.*$", rest, re.MULTILINE)
    return "\n".join([*fenced, *inline, *indented])


@cache
def names() -> frozenset[str]:
    """Classes, functions, fields, arguments, rooms, and the slugs that are stored."""
    found = {part for path in SRC.rglob("*.py") for part in (path.stem, path.parent.name)}
    for path in SRC.rglob("*.py"):
        if path.parent.name == "migrations":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found |= named(node)
    return frozenset(found)


def named(node: ast.AST) -> set[str]:
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.Name(id=name):
            return {name}
        case ast.Attribute(attr=name) | ast.arg(arg=name):
            return {name}
        case ast.Constant(value=str() as slug) if re.fullmatch(r"[a-z_]+", slug):
            return {slug}
    return set()


def glossary() -> list[tuple[str, str]]:
    rows = [line.strip().strip("|").split("|") for line in GLOSSARY.read_text(encoding="utf-8").splitlines()]
    words = [[cell.strip() for cell in row] for row in rows if len(row) == 5]
    return [(row[0], name.strip()) for row in words[2:] for name in row[2].split(",")]


def test_every_word_of_the_list_has_a_name_in_the_code() -> None:
    wrong = [f"“{dutch}” heet in de code niet “{name}”." for dutch, name in glossary() if name not in names()]
    assert wrong == []


def test_the_list_of_words_is_read() -> None:
    assert ("samenwerkingsverband", "Alliance") in glossary()
    assert "SomethingElse" not in names()


def test_every_noun_of_the_models_is_in_the_list() -> None:
    ours = {model.__name__ for model in apps.get_models() if model.__module__.startswith("dekkend.")}
    assert ours - {name for _, name in glossary()} == set()


def test_every_command_of_a_page_exists() -> None:
    commands, scripts = {*COMMANDS, *get_commands()}, {path.name for path in (ROOT / "bin").iterdir()}
    for page in PAGES:
        told = set(re.findall(r"(?<![\w/-])(?:bin/)?dekkend ([a-z][a-z_-]+)", code_in(page)))
        assert told - commands == set(), title(page)
        assert set(re.findall(r"(?<![\w./-])bin/([a-z]+)", code_in(page))) - scripts == set(), title(page)


def test_every_command_is_in_a_page() -> None:
    written = "\n".join(code_in(page) for page in PAGES)
    assert [name for name in COMMANDS if not re.search(rf"dekkend {name}\b", written)] == []


def test_every_setting_of_a_page_exists() -> None:
    files = [SRC / "settings.py", *(ROOT / "bin").iterdir(), *(ROOT / "bench").rglob("*.py")]
    files += (ROOT / "tests").rglob("*.py")
    known = "\n".join(path.read_text(encoding="utf-8") for path in files)
    for page in PAGES:
        told = set(re.findall(r"DEKKEND_([A-Z][A-Z_]+)", code_in(page)))
        assert [name for name in told if name.removesuffix("_FILE") not in known] == [], title(page)


def test_every_link_inside_leads_somewhere() -> None:
    for page in PAGES:
        text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        targets = re.findall(r"\]\(([^)\s]+)\)", text)
        inside = [target for target in targets if not re.match(r"[a-z]+:", target)]
        assert [target for target in inside if not leads(page, target)] == [], title(page)


def leads(page: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    file = (page.parent / name).resolve() if name else page
    if not file.exists():
        return False
    return not anchor or anchor in anchors(file)


def anchors(file: Path) -> set[str]:
    """As forges make them of headings."""
    heads = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_file_of_a_page_exists() -> None:
    """`analysis/coverage.py`, `formats/lock.yml`: from the top or from the package. `var/` is made while running."""
    file = re.compile(r"(?<![\w<./-])((?:[\w.-]+/)+[\w.-]+\.(?:py|md|yml|json|toml|css|js))\b")
    for page in PAGES:
        lasting = [name for name in file.findall(code_in(page)) if not name.startswith("var/")]
        missing = [name for name in lasting if not any((base / name).exists() for base in (ROOT, SRC))]
        assert missing == [], title(page)
