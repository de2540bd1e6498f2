"""What came along from last year goes along with a new version in that year, and back."""

from __future__ import annotations

from dekkend.profile.models import Carried, ColumnText, Comment, ProvisionText, SectionText, Waved
from dekkend.profile.version.moving.actions import undo_round
from dekkend.profile.writing.queries import with_rows
from dekkend.profile.writing.unchanged import since_of, year_of
from tests.profile.version.moving.moved import NEW, carried_along, now, over, rows
from tests.profile.version.yearly import adopt, next_year
from tests.world import World


def test_what_was_looked_at_goes_to_the_items_that_come_from_it(half_way: World) -> None:
    carried_along(half_way.profile)
    over(half_way)
    assert Carried.objects.get().walked == {
        "klas_eigen_tempo": "een", "rust_binnen": "twee", "rust_buiten": "twee", "klas_doel": "drie",
        "klas_hulp": "vier",
    }  # fmt: skip


def test_parts_that_were_not_changed_still_hold(half_way: World) -> None:
    carried_along(half_way.profile)
    profile = with_rows(over(half_way))
    carried = profile.carried
    assert {year_of(profile, carried, key).state for key in carried.parts} == {"open", "holds"}
    assert year_of(profile, carried, "koers").state == "holds"
    (row,) = (row for row in profile.texts.all() if row.field == "koers")
    assert since_of(profile, row) == "2025-2026"


def test_a_first_draft_keeps_all_items_it_was_made_of(half_way: World) -> None:
    carried_along(half_way.profile)
    over(half_way)
    (origin,) = ColumnText.objects.get().traced.origins
    assert origin.sources == ("rust_binnen", "klas_eigen_tempo", "buren_samen")
    assert ColumnText.objects.get().traced.gone[0][1].sources == origin.sources


def test_comments_and_waved_advice_stay_with_their_text(half_way: World) -> None:
    carried_along(half_way.profile)
    before = list(Comment.objects.values_list("spot", "words")), list(Waved.objects.values_list("spot"))
    over(half_way)
    assert (
        list(Comment.objects.values_list("spot", "words")), list(Waved.objects.values_list("spot"))
    ) == before  # fmt: skip


def test_the_way_back_puts_it_all_back(half_way: World) -> None:
    carried_along(half_way.profile)
    before = rows(revisions=False)
    over(half_way)
    undo_round(half_way.round, actor=half_way.administrator)
    assert rows(revisions=False) == before


def test_what_was_written_meanwhile_is_tied_to_the_former_items_on_the_way_back(half_way: World) -> None:
    carried_along(half_way.profile)
    profile = over(half_way)
    row = SectionText.objects.get(field="koers")
    told = [{"kind": "item", "source": "rust_buiten", "value": "strong"}, *row.origins]
    SectionText.objects.filter(pk=row.pk).update(text=f"Nieuw.\n\n{row.text}", origins=told)
    carried = Carried.objects.get()
    carried.walked["buren_samen"] = "vijf"
    carried.save()

    undo_round(half_way.round, actor=half_way.administrator)

    sources = [origin.source for origin in SectionText.objects.get(field="koers").traced.origins]
    assert sources == ["sfeer_rust", "klas_tempo", ""]
    walked = Carried.objects.get().walked
    assert walked["buren_zorg"] == "vijf"
    assert set(walked) <= {item.id for item in now(half_way).format.items}
    assert profile.pk == half_way.profile.pk


def test_where_an_old_profile_said_it_stays_said_there_and_back_and_next_year(half_way: World) -> None:
    where = "bladzijde 4 van sop.docx (ingelezen op 1 maart 2027)"
    told = [{"kind": "old", "words": "Wij geven tijd.", "where": where}, {"kind": "hand"}]
    SectionText.objects.filter(field="koers").update(origins=told)
    now(half_way).provision_texts.create(key="veilig", how="Wij geven tijd.", revision=1, origins=told[:1])
    profile = over(half_way)
    assert SectionText.objects.get(field="koers").traced.origins[0].where == where
    assert ProvisionText.objects.get(how="Wij geven tijd.").traced.origins[0].where == where
    undo_round(half_way.round, actor=half_way.administrator)
    assert SectionText.objects.get(field="koers").traced.origins[0].where == where
    assert ProvisionText.objects.get(how="Wij geven tijd.").traced.origins[0].where == where

    adopt(now(half_way))
    later = next_year(half_way, profile.round.first_year + 1, NEW)

    first, second = SectionText.objects.get(profile=later, field="koers").traced.origins
    assert (first.kind, first.where, second.where) == ("earlier", where, "")
