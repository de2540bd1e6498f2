"""Style sheets and modules as they go down the line: short, and what is asked for at once in one."""

import re
from pathlib import Path

from django.template import Context, Template
from django.test import Client

from dekkend.web.storage import groups, lean, one_module


def test_comments_do_not_go_down_the_line():
    sheet = b"/* Why. */\n.one {\n  color: red;\n}\n"
    module = b'// Why.\nconst url = "https://voorbeeld.example"; // stays\n  // goes\n'

    assert lean("web/css/one.css", sheet) == b".one{color: red;}"
    assert lean("web/js/one.js", module) == b'const url = "https://voorbeeld.example"; // stays\n'
    assert lean("admin/one.js", module) == module


def test_what_a_template_asks_for_at_once_comes_as_one_sheet(client: Client, on_the_line: Path):
    page = client.get("/account/login/").content.decode()
    house, own = re.findall(r'<link rel="stylesheet" href="/static/([^"]+)">', page)

    told = (on_the_line / house).read_text()
    places = [told.index(rule) for rule in ("--paper:", ".skip{", "@page")]
    assert places == sorted(places)
    assert (on_the_line / f"{house}.gz").exists()
    assert re.fullmatch(r"web/css/entrance\.[0-9a-f]{12}\.css", own)


def test_a_joined_sheet_finds_its_fonts(client: Client, on_the_line: Path):
    house = re.findall(r'href="/static/([^"]+\.css)"', client.get("/privacy/").content.decode())[0]
    fetched = re.findall(r"url\(\"?([^\")]+)", (on_the_line / house).read_text())
    assert fetched
    assert [name for name in fetched if not (on_the_line / "web/css" / name).exists()] == []


def test_every_group_of_sheets_is_joined(on_the_line: Path):
    sheets = [names for kind, *names in groups() if kind == "css"]
    tags = [" ".join(["css", *(f'"{name}"' for name in names)]) for names in sheets]
    told = "".join(f"{{% {tag} %}}" for tag in tags)
    assert Template("{% load face %}" + told).render(Context()).count("<link") == len(sheets)


def test_joined_modules_keep_their_names_to_themselves():
    one = b'import { post } from "./post.js";\nconst form = 1;\n'
    two = b'import { post, send } from "./post.js";\nconst form = 2;\n'
    assert one_module([one, two]) == (
        b'import { post, send } from "./post.js";\n{\nconst form = 1;\n}\n{\nconst form = 2;\n}\n'
    )


def test_a_module_that_others_import_stays_alone(on_the_line: Path):
    links = Template('{% load face %}{% js "answering" "keys" %}{% js "turn" "keys" %}').render(Context())
    assert re.findall(r"web/js/([a-z-]+)\.[0-9a-f]{12}\.js", links) == ["answering-keys", "turn", "keys"]


def test_modules_name_each_other_by_hash(on_the_line: Path):
    """Under two names a module would run twice."""
    hashed = [path for path in (on_the_line / "web/js").glob("*.js") if path.stem.count(".") == 1]
    named = [name for path in hashed for name in re.findall(r'"(\./[^"]+\.js)"', path.read_text())]
    assert named
    assert [name for name in named if not re.fullmatch(r"\./[a-z-]+\.[0-9a-f]{12}\.js", name)] == []
    assert [name for name in named if not (on_the_line / "web/js" / name).exists()] == []


def test_while_developing_every_sheet_is_a_file():
    links = Template('{% load face %}{% css "tokens" "base" %}').render(Context())
    assert re.findall(r"web/css/([a-z]+)\.css", links) == ["tokens", "base"]
