"""The poster: one page, in words of the school and of a parent, and never more than is there."""

import io
from dataclasses import replace

import pikepdf
import pytest

from dekkend.documents import to_pdf, to_text
from dekkend.documents.tree import Code
from dekkend.profile.version.papers import poster
from dekkend.profile.version.papers.poster import NEEDS, PROVISIONS, cut, offered, sentences
from dekkend.profile.version.sample import sample_content

from .files import almere, leesplank, other, other_content
from .test_papers import ADOPTED

PAGE = "https://dekkend.example/scholen/99XX00/"


def line(document):
    return " ".join(to_text.render(document).decode().replace("\n| ", "\n").split())


def pages(document):
    return len(pikepdf.open(io.BytesIO(to_pdf.render(document))).pages)


def full(fmt, count):
    """A school with an arrangement for every need, and `count` provisions."""
    content = leesplank()
    content["arrangements"] = [
        {"id": need.id, "need": need.id, "title": "", "target": "", "columns": {}} for need in fmt.offer.needs
    ]
    content["provisions"] = [
        {"id": f"p{n}", "title": f"Voorziening nummer {n} met een naam die lang is", "text": "x", "how": "y"}
        for n in range(count)
    ]
    return content


def test_it_says_what_every_child_gets_what_is_more_and_whom_to_ask():
    found = line(poster(leesplank(), almere(), ADOPTED))
    for words in (
        "De Leesplank is een buurtschool.",
        "Veilig op school",
        "Rekenen lukt mijn kind niet, ook niet met extra uitleg.",
        "praat dan eerst met de leraar van uw kind",
        "Steunpunt Voorbeeldstad",
        "036-000 00 01",
    ):
        assert words in found


def test_a_need_with_a_shortage_is_not_promised():
    content = leesplank()
    content["specialisations"] = {"none": True, "rows": []}
    before = [need.id for need in offered(content, almere())]
    row = next(row for row in content["arrangements"] if row["need"] == "rekenen-dyscalculie")
    row["columns"] = {"guidance": {"things": [{"what": "Logopedist", "needed": True, "available": False}]}}
    after = [need.id for need in offered(_filled(content), almere())]
    assert set(before) - set(after) == {"rekenen-dyscalculie"}
    assert "Rekenen en dyscalculie" not in line(poster(content, almere()))


def _filled(content):
    from dekkend.profile.version.content.shape import filled

    return filled(content)


def test_what_does_not_fit_is_counted():
    fmt = almere()
    found = line(poster(full(fmt, PROVISIONS + 1), fmt))
    assert f"En nog {len(fmt.offer.needs) - NEEDS} andere: zie" in found
    assert "En nog 1 ander onderwerp: zie" in found


@pytest.mark.parametrize("count", [0, 1, 6, 40])
def test_it_is_one_page_whatever_stands_in_it(count):
    content = full(almere(), count)
    content["school"]["name"] = "De " + "Lange" * 60
    content["texts"]["vision"]["concept"] = "Zonder punt en zonder einde " * 300
    assert pages(poster(content, almere(), replace(ADOPTED, page=PAGE))) == 1


@pytest.mark.parametrize("seed", range(3))
def test_it_is_one_page_for_invented_schools_and_the_other_format(seed):
    school = {"name": f"School {seed}", "brin6": f"99XX0{seed}", "alliance": "Samen"}
    assert pages(poster(sample_content(almere(), seed=seed, school=school), almere(), ADOPTED)) == 1
    assert pages(poster(other_content(), other(), ADOPTED)) == 1


def test_the_code_stands_there_once_it_is_adopted_and_not_before():
    def codes(decisions):
        last = poster(leesplank(), almere(), decisions).blocks[-1]
        return [block.address for block in last.blocks if isinstance(block, Code)]

    assert codes(replace(ADOPTED, page=PAGE)) == [PAGE]
    assert codes(ADOPTED) == []
    assert codes(replace(ADOPTED, page=PAGE, status="concept", adopted_on="")) == []


def test_an_address_that_is_no_web_page_is_left_out():
    content = leesplank()
    content["alliance"].update(support_point_name="", support_point_url="javascript:alert(1)")
    assert "javascript" not in line(poster(content, almere()))


def test_sentences_stay_whole_where_they_fit():
    assert sentences("Een. Twee drie. Vier.", 16) == "Een. Twee drie."
    assert sentences("Een zin die veel te lang is.", 16) == "Een zin die…"
    assert cut("Kort", 10) == "Kort"
    assert cut("a" * 30, 10) == "a" * 9 + "…"
