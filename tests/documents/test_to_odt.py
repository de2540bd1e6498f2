"""The OpenDocument opens, with real styles, headings, lists, header rows and language."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

import pytest
from lxml import etree
from odfdo import Document as Opened
from odfdo.security import security

from dekkend.documents import to_odt
from dekkend.documents.to_odt.base import MEDIA_TYPE
from dekkend.documents.to_odt.base import make as make_base
from dekkend.documents.tree import Bullets, Column, Document, Note, PageBreak, Section, Table
from tests.documents import parts
from tests.documents.samples import NASTY, RIGHT_TO_LEFT, SAMPLES, deep_bullets, line, make, table


@pytest.fixture(autouse=True)
def any_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty thousand times the same letter is no bomb here."""
    monkeypatch.setattr(security, "max_compression_ratio", 10_000)


@cache
def made(name: str) -> bytes:
    return to_odt.render(SAMPLES[name])


def opened(name: str) -> Any:
    return Opened(io.BytesIO(made(name)))


def opened_tree(document: Document) -> Any:
    return Opened(io.BytesIO(to_odt.render(document)))


def texts(elements: list[Any]) -> list[str]:
    return ["".join(element.itertext()) for element in elements]


def root_of(name: str, part: str = "content.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(made(name))) as archive:
        return etree.fromstring(archive.read(part))


def found(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path, namespaces=root.nsmap))


def test_the_type_comes_first_and_uncompressed() -> None:
    with zipfile.ZipFile(io.BytesIO(made("school"))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype").decode() == MEDIA_TYPE
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 11, 16)}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_manifest_names_every_file(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(name))) as archive:
        files = set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}
    entries = found(root_of(name, "META-INF/manifest.xml"), "//manifest:file-entry/@manifest:full-path")
    assert set(entries) == files | {"/"}


@pytest.mark.parametrize("name", SAMPLES)
def test_headings_stand_in_order_with_their_level(name: str) -> None:
    headings = found(root_of(name), "//office:text//text:h")
    assert [int(h.get(f"{{{h.nsmap['text']}}}outline-level")) for h in headings] == [
        min(level, 10) for level, _ in parts.headings(SAMPLES[name])
    ]
    for text, (_, title) in zip(texts(headings), parts.headings(SAMPLES[name]), strict=True):
        assert text.replace(" ", "").endswith(title.replace(" ", ""))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_table_has_a_header_row(name: str) -> None:
    tables = found(root_of(name), "//table:table")
    assert len(tables) == parts.tables(SAMPLES[name])
    for each in tables:
        assert len(found(each, "./table:table-header-rows/table:table-row")) == 1
        assert "".join(found(each, "./table:title/text()"))
        columns = len(found(each, "./table:table-column"))
        assert {len(found(row, "./table:table-cell")) for row in found(each, ".//table:table-row")} >= {
            columns
        }


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_points_to_what_is_not_there(name: str) -> None:
    root, styles = root_of(name), root_of(name, "styles.xml")
    known = {*found(root, "//@style:name"), *found(styles, "//@style:name")}
    used = {
        value
        for tree in (root, styles)
        for attribute in ("text:style-name", "style:parent-style-name", "table:style-name", "draw:style-name")
        for value in found(tree, f"//@{attribute}")
    }
    assert used <= known
    faces = {*found(root, "//style:font-face/@style:name"), *found(styles, "//style:font-face/@style:name")}
    for attribute in ("font-name", "font-name-asian", "font-name-complex"):
        assert {*found(root, f"//@style:{attribute}"), *found(styles, f"//@style:{attribute}")} <= faces
    bookmarks = found(root, "//text:bookmark-start/@text:name")
    assert len(bookmarks) == len(set(bookmarks)) == len(parts.headings(SAMPLES[name]))
    assert set(found(root, "//text:bookmark-ref/@text:ref-name")) <= set(bookmarks)
    links = [link for link in found(root, "//text:a/@xlink:href") if link.startswith("#")]
    assert {link[1:] for link in links} <= set(bookmarks)
    with zipfile.ZipFile(io.BytesIO(made(name))) as archive:
        assert set(found(root, "//draw:image/@xlink:href")) <= set(archive.namelist())


@pytest.mark.parametrize("name", SAMPLES)
def test_odfdo_opens_it_and_reads_its_words(name: str) -> None:
    file = opened(name)
    assert file.get_type() == "text"
    assert file.get_language() == "nl-NL"
    words = file.get_formatted_text()
    for _, title in parts.headings(SAMPLES[name]):
        assert title.split()[0][:20] in words


def test_language_title_author_and_dates_are_set() -> None:
    meta = opened("school").meta
    assert (meta.title, meta.initial_creator, meta.language) == (
        "Schoolondersteuningsprofiel",
        "De Kroontjespen",
        "nl-NL",
    )
    assert meta.creation_date.date().isoformat() == "2026-11-16"


def test_another_language_goes_into_the_styles() -> None:
    assert opened_tree(make(language="fy")).get_language().startswith("fy")


def test_an_item_holds_paragraphs_and_lists_only() -> None:
    allowed = {"p", "h", "list"}
    for name in SAMPLES:
        for item in found(root_of(name), "//text:list-item | //text:list-header"):
            assert {etree.QName(child).localname for child in item} <= allowed


def test_a_table_in_an_item_is_followed_by_the_rest_of_that_item() -> None:
    tree = make(Bullets(((line("een"), table((line("t"),)), line("nog een")), (line("twee"),)), ordered=True))
    body = opened_tree(tree).body
    assert [child.tag for child in body.children if child.tag != "text:p"] == [
        "text:list",
        "table:table",
        "text:list",
    ]
    again = body.get_elements("text:list")[1]
    assert again.get_attribute("text:continue-numbering")
    assert [child.tag for child in again.children] == ["text:list-header", "text:list-item"]


def test_lists_in_lists_stand_in_their_item() -> None:
    body = opened_tree(make(deep_bullets(3))).body
    assert len(body.get_elements("text:list")) == 1
    assert body.get_elements("//text:list//text:list//text:list")


def test_the_contents_are_filled_with_links_and_pages() -> None:
    root = root_of("school")
    entries = found(root, "//text:table-of-content/text:index-body/text:p")
    assert len(entries) == 16
    assert "".join(entries[0].itertext()) == "1Onze school"
    assert found(entries[0], "./text:a/@xlink:href") == ["#school"]
    assert found(entries[0], ".//text:bookmark-ref/@text:reference-format") == ["page"]


def test_numbers_that_are_a_count_are_counted() -> None:
    counted, text = root_of("school", "styles.xml"), root_of("deep", "styles.xml")
    formats = "//text:outline-level-style/@style:num-format"
    assert set(found(counted, formats)) == {"1"}
    assert set(found(text, formats)) == {""}
    heading = found(root_of("school"), "//text:h")[0]
    assert "".join(heading.itertext()) == "Onze school"
    assert "".join(found(root_of("deep"), "//text:h")[0].itertext()) == "1.Niveau 1"


def test_a_number_that_is_no_count_hangs_in_the_margin() -> None:
    root = root_of("deep")
    heading = found(root, "//text:h")[0]
    name = found(heading, "@text:style-name")[0]
    (style,) = found(root, f"//style:style[@style:name='{name}']")
    assert found(style, "@style:list-style-name") == [""]
    assert found(style, "style:paragraph-properties/@fo:text-indent") == ["-12mm"]

    bare = found(root_of("every node"), "//text:h[not(text:span)]/@text:style-name")
    assert not found(root_of("every node"), f"//style:style[@style:name='{bare[0]}']/@style:list-style-name")


def test_the_foot_says_status_and_page() -> None:
    foot = found(root_of("every node", "styles.xml"), "//style:footer/text:p")
    assert texts(foot) == ["Titel  ·  Concept".replace("  ", " ") + "\u2002pagina\u00a01\u00a0van\u00a01"]
    assert found(root_of("every node"), "//@style:master-page-name") == ["First_20_Page"]
    assert not found(root_of("smallest"), "//@style:master-page-name")


def test_a_mark_alone_is_a_picture_that_says_its_word() -> None:
    root = root_of("every node")
    said = texts(found(root, "//draw:frame/svg:title"))
    assert said.count("niet beantwoord") == 4
    assert "klaar" in said
    assert said == texts(found(root, "//draw:frame/svg:desc"))
    names = found(root, "//draw:frame/@draw:name")
    assert len(names) == len(set(names))


def test_the_accent_of_the_document_colours_the_styles() -> None:
    xml = etree.tostring(root_of("every node, no cover", "styles.xml")).decode()
    assert "#14563c" in xml
    assert "#1d3f8f" not in xml


def test_a_page_break_is_said_by_what_follows_it() -> None:
    root = etree.fromstring(
        opened_tree(make(line("a"), PageBreak(), PageBreak(), Section("B", ()), cover=False))
        .get_part("content.xml")
        .serialize()
    )
    heading = found(root, "//text:h")[0]
    style = heading.get(f"{{{root.nsmap['text']}}}style-name")
    assert found(root, f"//style:style[@style:name='{style}']//@fo:break-before") == ["page"]
    assert len(found(root, "//@fo:break-before")) == 1


def test_arabic_and_hebrew_run_from_the_right() -> None:
    root = root_of("right to left")
    styles = found(root, "//style:style[style:paragraph-properties/@style:writing-mode='rl-tb']/@style:name")
    said = [
        "".join(p.itertext())
        for p in found(root, "//office:text//text:p")
        if p.get(f"{{{root.nsmap['text']}}}style-name") in styles
    ]
    assert said.count(RIGHT_TO_LEFT) >= 3


def test_nasty_text_stays_text() -> None:
    text = "".join(root_of("nasty text").itertext())
    assert "<b>&amp;</b> #[x] $y$ \\z" in text
    assert "\x00" in NASTY
    assert "\x00" not in text


def test_spaces_are_kept() -> None:
    root = etree.fromstring(opened_tree(make(line("a   b"))).get_part("content.xml").serialize())
    assert found(root, "//text:s/@text:c") == ["2"]


def test_the_base_in_the_house_is_the_one_that_is_made() -> None:
    assert to_odt.BASE.read_bytes() == make_base()


def margins(tree: Document, words: str) -> tuple[str, str, str]:
    """Left, right and first line of the paragraph with these words, as far as its own style names them."""
    root = root_of_tree(tree)
    (style,) = found(root, f"//text:p[contains(., '{words}')]/@text:style-name")
    path = f"//style:style[@style:name='{style}']/style:paragraph-properties/@fo:"
    left, right, first = (found(root, path + each) for each in ("margin-left", "margin-right", "text-indent"))
    return "".join(left), "".join(right), "".join(first)


def test_lists_keep_the_measure_of_the_text_and_hang_their_sign() -> None:
    inner = Bullets(((line("Dieper"),),))
    tree = make(Bullets(((line("Eerste"), line("Vervolg"), inner),)))
    assert margins(tree, "Eerste") == ("6mm", "30mm", "-6mm")
    assert margins(tree, "Vervolg") == ("6mm", "30mm", "0mm")
    assert margins(tree, "Dieper") == ("12mm", "30mm", "-6mm")


def test_a_list_in_a_cell_or_on_a_poster_has_no_measure_of_prose() -> None:
    point = Bullets(((line("Punt"),),))
    root = root_of_tree(make(table((point,))))
    names = found(root, "//text:list//text:p/@text:style-name")
    assert len(names) == 2
    assert not any(found(root, f"//style:style[@style:name='{name}']/*/@fo:margin-right") for name in names)
    assert margins(make(point, shape="poster"), "Punt") == ("6mm", "0mm", "-6mm")


def root_of_tree(tree: Document) -> Any:
    with zipfile.ZipFile(io.BytesIO(to_odt.render(tree))) as archive:
        return etree.fromstring(archive.read("content.xml"))


def test_the_words_of_a_remark_in_a_cell_stand_along_its_line() -> None:
    cell = (Note((line("in de cel"),), title="Let op"), line("eronder"))
    with zipfile.ZipFile(io.BytesIO(to_odt.render(make(Table("", (Column("a"),), ((cell,),)))))) as parts:
        root = etree.fromstring(parts.read("content.xml"))
    (inside,) = found(root, "//text:p[.='in de cel']/@text:style-name")
    (below,) = found(root, "//text:p[.='eronder']/@text:style-name")
    (style,) = found(root, f"//style:style[@style:name='{inside}']")
    assert found(style, "@style:parent-style-name") == ["Remark"]
    assert found(style, "style:paragraph-properties/@fo:margin-right") == ["0mm"]
    assert below == "Table_20_Contents"
