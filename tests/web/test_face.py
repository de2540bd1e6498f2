"""The tags of `{% load face %}`."""

from types import SimpleNamespace as Bag

from django.template import Context, Template

YES, HALF, NOT = (
    Bag(label="Ja", mark="full"),
    Bag(label="In ontwikkeling", mark="half"),
    Bag(label="N.v.t.", mark="dash"),
)


def shown(source: str, **context: object) -> str:
    return Template("{% load face %}" + source).render(Context(context))


def road(*states: str) -> Bag:
    stations = [
        Bag(key=str(n), name=f"Station {n}", state=state, note="<b>", url="")
        for n, state in enumerate(states)
    ]
    return Bag(stations=stations, here="Station 1, stap 2 van 7")


def test_a_mark_alone_is_hidden_from_who_listens_and_says_its_word_beside_it():
    assert 'aria-hidden="true"' in shown("{% mark 'full' %}")
    assert shown("{% mark 'half' 'In ontwikkeling' %}").endswith("In ontwikkeling</span>")
    assert "#m-blank" in shown("{% mark '' %}")


def test_words_of_a_school_are_escaped():
    assert "&lt;script&gt;" in shown("{% mark 'full' word %}", word="<script>")
    assert "<b>" not in shown("{% road road %}", road=road("current"))
    assert "<i>" not in shown("{% stops road whose %}", road=road("current"), whose="<i>")
    assert "<i>" not in shown("{% saved '' text %}", text="<i>")
    assert "<i>" not in shown("{% spread counts %}", counts=[(("full", "<i>"), 1)])


def test_a_row_of_marks_is_also_a_sentence():
    row = shown("{% marks values %}", values=[YES, YES, HALF, None, ("dash", "N.v.t.")])
    assert row.count("<svg") == 5
    assert "2 ja, 1 in ontwikkeling, 1 nog open, 1 n.v.t." in row


def test_the_road_says_where_we_are_and_links_only_what_may_be_seen():
    way = road("done", "current", "later")
    way.stations[0].url = "/profielen/1/checklist/"
    html = shown("{% road road %}", road=way)
    assert html.count("<a ") == 1
    assert html.count('aria-current="step"') == 1
    assert [word in html for word in ("(klaar)", "(hier zijn we nu)", "(komt nog)")] == [True] * 3
    assert "Station 1, stap 2 van 7" in html


def test_a_line_in_a_timetable_says_below_its_stop_whose_turn_it_is():
    html = shown("{% stops road 'De Leesplank' %}", road=road("done", "current", "later"))
    assert 'aria-label="De weg van De Leesplank"' in html
    assert 'data-at="2">Station 1, stap 2 van 7' in html


def test_a_finished_road_has_no_current_station():
    html = shown("{% road road upright=True %}", road=road("done", "done"))
    assert "road--upright" in html
    assert "aria-current" not in html


def test_the_spread_has_one_square_for_each_answer_and_counts_them():
    html = shown("{% spread counts %}", counts=[(YES, 7), (HALF, 5), (NOT, 0)])
    assert html.count("<use") == 12
    assert "<b>7</b> ja" in html
    assert "n.v.t." not in html


def test_a_large_team_wraps_and_an_empty_one_draws_nothing():
    assert 'height="81"' in shown("{% spread counts %}", counts=[(YES, 90)])
    assert "<svg" not in shown("{% spread counts %}", counts=[(YES, 0)])


def test_the_track_of_nothing_does_not_divide():
    assert 'viewBox="0 0 1 8"' in shown("{% track 0 0 %}")


def test_saved_says_when_or_waits_in_silence():
    assert "bewaard 14:02" in shown("{% saved '14:02' %}")
    assert "bewaard" not in shown("{% saved %}")
    assert 'role="status"' in shown("{% saved %}")


def test_an_answer_is_chosen_from_any_scale():
    values = [Bag(id=f"v{n}", label=f"Waarde {n}", mark="full") for n in range(6)]
    html = shown(
        '{% include "web/parts/choice.html" with name="value" chosen="v5" legend="Antwoord" keys=True %}',
        values=values,
    )
    assert html.count('type="radio"') == 6
    assert html.count(" checked") == 1
    assert 'data-key="6"' in html
    assert "Weet ik niet" not in html


def test_an_abbreviation_keeps_its_capitals_inside_a_sentence():
    assert [shown("{{ word|lower_first }}", word=word) for word in ("MR", "Ja", "N.v.t.", "")] == [
        "MR",
        "ja",
        "n.v.t.",
        "",
    ]
