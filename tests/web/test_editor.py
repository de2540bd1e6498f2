"""The Markdown buttons and pasting, in a real browser."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

WORD = """<html><body><!--StartFragment--><p class=MsoNormal><b>Wij</b> <i>lezen</i> elke dag.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst><span style='mso-list:Ignore'>·<span>  </span></span>Met pictogrammen</p>
<p class=MsoListParagraphCxSpLast><span style='mso-list:Ignore'>·<span>  </span></span>In kleine
groepjes</p><p>Zie <a href="https://voorbeeld.nl/a">de site</a> en <a href="javascript:alert(1)">dit</a>.</p>
<table><tr><td>Taal</td><td>twaalf plekken</td></tr></table><!--EndFragment--></body></html>"""

CLEAN = """**Wij** *lezen* elke dag.

- Met pictogrammen
- In kleine groepjes

Zie [de site](https://voorbeeld.nl/a) en dit.

Taal, twaalf plekken"""

WEB = "<h2>Kop</h2><ol><li>een</li><li>twee <strong>vet</strong></li></ol><div>regel<br>volgende</div>"


def paste(page, html: str) -> str:
    page.locator("#note-1").evaluate(
        """(area, html) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/html', html);
            area.focus();
            area.select();
            area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }""",
        html,
    )
    return page.input_value("#note-1")


def select(page, start: int, end: int) -> None:
    page.locator("#note-1").evaluate(
        "(area, [from, to]) => { area.focus(); area.setSelectionRange(from, to); }", [start, end]
    )


def test_from_word_come_paragraphs_lists_bold_italic_and_links_only(page):
    page.goto("/")
    assert paste(page, WORD) == CLEAN


def test_from_the_web_comes_the_same_small_markdown(page):
    page.goto("/")
    assert paste(page, WEB) == "Kop\n\n1. een\n1. twee **vet**\n\nregel\nvolgende"


def test_bold_goes_on_and_off_and_undo_knows_it(page):
    page.goto("/?text=Wij lezen")
    select(page, 4, 9)
    page.keyboard.press("Control+b")
    assert page.input_value("#note-1") == "Wij **lezen**"
    page.keyboard.press("Control+z")
    assert page.input_value("#note-1") == "Wij lezen"


def test_list_and_link_come_by_button(page):
    page.goto("/?text=Wij lezen")
    select(page, 0, 3)
    page.click("#form-1 >> text=Link")
    assert page.input_value("#note-1") == "[Wij](https://) lezen"
    page.click("#form-1 >> text=Lijst")
    assert page.input_value("#note-1") == "- [Wij](https://) lezen"
    page.click("#form-1 >> text=Lijst")
    assert page.input_value("#note-1") == "[Wij](https://) lezen"


def test_what_the_buttons_write_is_saved(page):
    from .pages import server

    page.goto("/?text=Wij")
    select(page, 0, 3)
    page.click("#form-1 >> text=Vet")
    expect(page.locator("#form-1 [data-saved]")).to_contain_text("bewaard")
    assert server.got[-1]["note"] == "**Wij**"
