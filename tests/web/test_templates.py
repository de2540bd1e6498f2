"""What must hold of every template and style sheet of the project."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template import TemplateSyntaxError
from django.template.loader import get_template

SRC = Path(__file__).parents[2] / "src" / "dekkend"
TEMPLATES = sorted(SRC.rglob("templates/**/*.html"))
STYLES = sorted(SRC.rglob("static/**/*.css"))
SPRITE = (SRC / "web/templates/web/sprite.html").read_text()

TOKENS = {"tokens.css", "paper-alone.css"}  # the second goes along with a paper that is opened as a file

INLINE = re.compile(
    r"<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|<script(?![^>]*\bsrc=)", re.IGNORECASE
)
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b(?![^{}]*\{)|\b(?:rgb|hsl|oklch|lab)a?\(", re.IGNORECASE)
TAG = re.compile(r"{%\s*(css|js|icon)\s+([^%]*)%}")
STATIC = re.compile(r"{%\s*static\s+[\"']([^\"']+)[\"']")
SYMBOL = re.compile(r"href=\"#([mis]-[a-z]+)\"")


def name_of(path: Path) -> str:
    return str(path.relative_to(SRC))


def words(pattern: re.Pattern[str], tag: str) -> Iterator[tuple[Path, str]]:
    for path in TEMPLATES:
        for found in pattern.finditer(path.read_text()):
            if found[1] == tag:
                yield from ((path, name) for name in re.findall(r"[\"']([^\"']+)[\"']", found[2]))


def test_nothing_stands_inline():
    assert [name_of(path) for path in TEMPLATES if INLINE.search(path.read_text())] == []


def test_a_template_can_be_read():
    wrong = []
    for path in TEMPLATES:
        folder = next(part for part in path.parents if part.name == "templates")
        try:
            get_template(str(path.relative_to(folder)))
        except TemplateSyntaxError as fault:
            wrong.append(f"{name_of(path)}: {fault}")
    assert wrong == []


def test_a_remark_ends_on_its_line():
    """One that goes on over the next line is no remark to Django, and stands on the page."""
    lines = [(path, line) for path in TEMPLATES for line in path.read_text().splitlines()]
    assert [(name_of(path), line) for path, line in lines if line.count("{#") != line.count("#}")] == []


def test_inline_code_would_be_found():
    for wrong in (
        '<p style="x">',
        '<a onclick="x">',
        "<style>",
        "<script>x</script>",
        '<a href="javascript:x">',
    ):
        assert INLINE.search(wrong)
    for right in ('<p data-style="x">', '<script type="module" src="x"></script>', '<p class="on-paper">'):
        assert INLINE.search(right) is None


def test_a_colour_is_named_in_tokens_only():
    sheets = [path for path in STYLES if path.name not in TOKENS]
    text_of = {path: re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL) for path in sheets}
    assert [name_of(path) for path, text in text_of.items() if COLOUR.search(text)] == []


def test_every_style_sheet_and_module_that_is_asked_for_exists():
    asked = [f"web/{tag}/{name}.{tag}" for tag in ("css", "js") for _, name in words(TAG, tag)]
    asked += [found for path in TEMPLATES for found in STATIC.findall(path.read_text()) if "{" not in found]
    assert [name for name in asked if finders.find(name) is None] == []


def test_style_sheets_are_asked_for_by_their_plain_names():
    """Only then can they be joined beforehand, one after the other (web/storage.py)."""
    asked = [found[2] for path in TEMPLATES for found in TAG.finditer(path.read_text()) if found[1] == "css"]
    assert [told for told in asked if not re.fullmatch(r'("[a-z]+"\s+)+', told)] == []
    assert [path.name for path in STYLES if re.search(r"@import|@charset|@layer", path.read_text())] == []


def test_every_icon_and_mark_that_is_asked_for_is_in_the_sprite():
    asked = [f"i-{name}" for _, name in words(TAG, "icon")]
    asked += [found for path in TEMPLATES for found in SYMBOL.findall(path.read_text())]
    assert [name for name in asked if f'id="{name}"' not in SPRITE] == []


def test_what_a_style_sheet_or_module_fetches_exists():
    missing = []
    for path in [*STYLES, *SRC.rglob("static/**/*.js")]:
        text = path.read_text()
        found = re.findall(r"url\([\"']?([^\"')]+)", text) + re.findall(r"from \"(\./[^\"]+)\"", text)
        missing += [f"{path.name}: {name}" for name in found if not (path.parent / name).exists()]
    assert missing == []


def test_what_a_module_imports_is_exported():
    missing = []
    for path in SRC.rglob("static/**/*.js"):
        for names, other in re.findall(r"import {([^}]*)} from \"\./([^\"]+)\"", path.read_text()):
            told = (path.parent / other).read_text()
            given = set(
                re.findall(r"^export (?:async )?(?:const|let|function|class) (\w+)", told, re.MULTILINE)
            )
            missing += [f"{path.name}: {name}" for name in names.split(",") if name.strip() not in given]
    assert missing == []


def test_a_button_that_prints_is_bound_once():
    """Two modules that bind it open the window of the printer twice."""
    scripts = SRC.rglob("static/**/*.js")
    assert [script.name for script in scripts if "[data-print]" in script.read_text()] == ["ready.js"]


def test_every_class_in_a_style_sheet_is_used_somewhere():
    """A name counts as used when it stands in a template, a module or in Python, whole or as "land--{{ … }}"."""
    places = [*TEMPLATES, *SRC.rglob("*.py"), *SRC.rglob("static/**/*.js")]
    text = "\n".join(path.read_text() for path in places)
    whole, begun = set(re.findall(r"[\w-]+", text)), tuple(re.findall(r"([\w-]+(?:--|__))\$?{", text))
    unused = []
    for path in STYLES:
        rules = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", path.read_text(), flags=re.DOTALL)
        names = set(re.findall(r"\.([a-z][\w-]*)", rules)) - whole
        unused += [f"{path.name}: {name}" for name in names if not name.startswith(begun)]
    assert sorted(unused) == []
