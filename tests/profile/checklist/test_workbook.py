"""The checklist as a spreadsheet: out, filled in, and back, whole or not at all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from dekkend.audit.actions import SYSTEM
from dekkend.audit.models import Event
from dekkend.cli import parser
from dekkend.formats.actions import load_format
from dekkend.formats.queries import get_format
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.queries import shared_sheet, sheet_of
from dekkend.profile.checklist.workbook import BadBook, Refusal, preview, read, shape, take_in
from dekkend.profile.checklist.workbook.write import write
from dekkend.profile.models import Answer
from tests.formats.texts import OTHER
from tests.profile.checklist.books import changed, filled, row_of
from tests.profile.checklist.people import (
    BY_TOPIC,
    FMT,
    ITEM,
    NO,
    YES,
    SignIn,
    answered,
    own,
    page,
    save,
    shared,
)
from tests.world import World, build

pytestmark = pytest.mark.one_database

YES_LABEL, NO_LABEL = FMT.scale.get(YES).label, FMT.scale.get(NO).label
FIRST = shape.HEAD + 1


def at(profile: Profile, key: str = ITEM.id) -> int:
    return row_of(shared_sheet(profile), key)


def faults(data: bytes, profile: Profile) -> list[str]:
    with pytest.raises(BadBook) as bad:
        read(data, shared_sheet(profile))
    return bad.value.faults


def upload(client: Any, url: str, data: bytes, name: str = "checklist.xlsx") -> Any:
    return client.post(url, {"file": SimpleUploadedFile(name, data)})


def said_yes(shown: Any) -> dict[str, str]:
    """What the button under a preview sends."""
    return {"preview": shown.context["mark"]}


def test_what_is_filled_in_comes_back_field_by_field(world: World) -> None:
    row = at(world.profile)
    cells = {f"C{row}": YES_LABEL.upper(), f"D{row}": "Een zin.\r\nEn nog een.", f"G{row}": "Ina"}
    data = filled(shared_sheet(world.profile), **cells, **{f"H{row}": date(2027, 6, 1), f"F{row}": 12})

    sheet = shared_sheet(world.profile)
    changes = take_in(sheet, read(data, sheet), who=SYSTEM)

    answer = Answer.objects.get(item=ITEM.id)
    assert (answer.value, answer.note, answer.owner) == (YES, "Een zin.\nEn nog een.", "Ina")
    assert (answer.due, answer.evidence, answer.revision) == (date(2027, 6, 1), "12", 1)
    assert len(changes) == 5
    assert Event.objects.filter(act="import_checklist", place=world.profile.place).count() == 1


def test_a_file_that_was_not_touched_changes_nothing(world: World) -> None:
    answered(shared(world.profile), note="=1+1", evidence="- lijst", owner="Ina", due=date(2027, 6, 1))
    sheet = shared_sheet(world.profile)

    assert take_in(sheet, read(write(sheet), sheet), who=SYSTEM) == []
    assert Answer.objects.get(item=ITEM.id).revision == 1
    assert not Event.objects.filter(act__in=("save", "import_checklist")).exists()


def test_topics_are_rows_and_the_item_follows(world: World) -> None:
    sheet = shared_sheet(world.profile)
    first = row_of(sheet, f"{BY_TOPIC.id}{shape.BETWEEN}{BY_TOPIC.topics[0].id}")
    cells = {f"C{first + number}": YES_LABEL for number in range(len(BY_TOPIC.topics))}

    take_in(sheet, read(filled(sheet, **cells), sheet), who=SYSTEM)

    answer = Answer.objects.get(item=BY_TOPIC.id)
    assert answer.topics == {topic.id: YES for topic in BY_TOPIC.topics}
    assert answer.value == YES


def test_every_wrong_cell_is_named_and_nothing_is_saved(world: World) -> None:
    row = at(world.profile)
    sheet = shared_sheet(world.profile)
    data = filled(
        sheet,
        **{f"C{row}": "misschien", f"H{row}": "gauw", f"C{row + 1}": YES_LABEL, f"G{row + 1}": "x" * 200},
    )

    found = faults(data, world.profile)

    assert found[0].startswith(
        f"Blad Checklist, cel C{row}: ‘misschien’ staat niet in de schaal. Kies uit {YES_LABEL}, "
    )
    assert found[1] == f"Blad Checklist, cel H{row}: Schrijf de datum als 1-6-2027."
    assert found[2].startswith(f"Blad Checklist, cel G{row + 1}: ")
    assert len(found) == 3
    assert not Answer.objects.exists()


def test_a_formula_is_never_evaluated_nor_taken(world: World) -> None:
    row = at(world.profile)
    data = filled(shared_sheet(world.profile), **{f"D{row}": '=HYPERLINK("https://kwaad.example";"klik")'})

    assert faults(data, world.profile) == [
        f"Blad Checklist, cel D{row}: hier staat een formule. Schrijf het antwoord of de tekst zelf."
    ]


@pytest.mark.parametrize("text", ["=1+1", "+31 6", "-1", "@naam", "\t=1", "＝1"])
def test_no_text_leaves_as_a_formula_and_all_come_back(world: World, text: str) -> None:
    answered(shared(world.profile), note=text)
    sheet = shared_sheet(world.profile)
    data = write(sheet)

    cell = load_workbook(io.BytesIO(data))[shape.LIST][f"D{at(world.profile)}"]
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")
    assert take_in(sheet, read(data, sheet), who=SYSTEM) == []


def test_a_stale_row_is_merged_where_words_differ(world: World, sign_in: SignIn) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)
    client = sign_in(world.coordinator)
    save(client, url, note="Wij meten elk jaar. Het team praat erover.")
    row = at(world.profile)
    data = filled(
        shared_sheet(world.profile), **{f"D{row}": "Wij meten elk half jaar. Het team praat erover."}
    )
    save(client, url, revision="1", note="Wij meten elk jaar. Het team praat er samen over.", value=NO)

    sheet = shared_sheet(world.profile)
    take_in(sheet, read(data, sheet), who=SYSTEM)

    answer = Answer.objects.get(item=ITEM.id)
    assert answer.note == "Wij meten elk half jaar. Het team praat er samen over."
    assert answer.value == NO  # not touched in the file, so the newer one stays


def test_a_row_that_clashes_shows_both_and_nothing_of_the_file_is_saved(
    world: World, sign_in: SignIn
) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)
    client = sign_in(world.coordinator)
    row = at(world.profile)
    data = filled(shared_sheet(world.profile), **{f"C{row}": YES_LABEL, f"C{row + 1}": YES_LABEL})
    save(client, url, value=NO)
    sheet = shared_sheet(world.profile)

    with pytest.raises(Refusal) as refusal:
        take_in(sheet, read(data, sheet), who=SYSTEM)

    side = refusal.value.clashes[0].sides[0]
    assert (side.mine_shown, side.theirs_shown, side.who) == (YES_LABEL, NO_LABEL, "Ina Begeleider")
    assert refusal.value.clashes[0].cell == f"C{row}"
    assert list(Answer.objects.values_list("item", "value")) == [(ITEM.id, NO)]
    assert Event.objects.get(act="refuse").data == {"value": YES}


def test_a_preview_leaves_no_trace(world: World) -> None:
    sheet = shared_sheet(world.profile)
    data = filled(sheet, **{f"C{at(world.profile)}": YES_LABEL})

    changes = preview(sheet, read(data, sheet), who=SYSTEM)

    assert [(change.was, change.will) for change in changes] == [("(open)", YES_LABEL)]
    assert not Answer.objects.exists()
    assert not Event.objects.exists()


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as box:
        for name, data in files.items():
            box.writestr(name.replace("__", "/"), data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"geen rekenblad", "geen rekenblad dat ik kan lezen"),
        (b"", "geen rekenblad dat ik kan lezen"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "oud Excel-bestand"),
        (b"x" * (5 * 1024 * 1024 + 1), "te groot"),
        (zipped(**{"content.xml": b"<a/>"}), "geen Excel-bestand"),
        (zipped(**{"xl__workbook.xml": b"<a/>", "xl__vbaProject.bin": b"x"}), "macro’s"),
        (zipped(**{"xl__workbook.xml": b"<a/>", "[Content_Types].xml": b"macroEnabled"}), "voor macro’s"),
        (zipped(**{"xl__workbook.xml": b"0" * (21 * 1024 * 1024)}), "uitgepakt te groot"),
        (
            zipped(**{"xl__workbook.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            "in geen rekenblad hoort",
        ),
        (zipped(**{"xl__workbook.xml": b"<a/>"}), "geen rekenblad dat ik kan lezen"),
    ],
    ids=["text", "nothing", "old", "large", "no excel", "macros", "xlsm", "bomb", "entities", "broken"],
)
def test_what_is_no_checklist_gets_a_sentence(world: World, data: bytes, words: str) -> None:
    assert words in faults(data, world.profile)[0]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("kind", "iets anders", "geen checklist uit Dekkend"),
        ("version", 99, "andere versie van Dekkend"),
        ("school", "99XB00", "andere school"),
        ("format", "almere-po/2020.1", "andere versie van de checklist"),
        ("copy", "een-ander", "ander exemplaar"),
    ],
)
def test_a_file_of_elsewhere_is_refused(world: World, name: str, value: Any, words: str) -> None:
    def edit(book: Any) -> None:
        row = next(cells for cells in book[shape.FACTS].iter_rows(max_col=2) if cells[0].value == name)
        row[1].value = value

    assert words in faults(changed(write(shared_sheet(world.profile)), edit), world.profile)[0]


def test_rows_that_were_shifted_or_made_up_are_refused(world: World) -> None:
    row = at(world.profile)
    sheet = shared_sheet(world.profile)

    for cells in ({f"I{row}": "zomaar"}, {f"J{row}": 7}, {f"J{row}": "één"}, {f"I{row + 1}": ITEM.id}):
        assert "verschoven" in faults(filled(sheet, **cells), world.profile)[0]
    assert "ken ik niet" in faults(filled(sheet, C900=YES_LABEL), world.profile)[0]


@pytest.fixture
def other(db: None) -> Iterator[World]:
    get_format.cache_clear()
    load_format(OTHER)
    yield build("anders/2030.1")
    get_format.cache_clear()


def test_another_format_has_its_own_scale_and_comes_back_whole(other: World) -> None:
    sheet = shared_sheet(other.profile)
    found = load_workbook(io.BytesIO(write(sheet)))[shape.LIST]
    labels = [value.label for value in sheet.choices]
    rows = [row for row in range(FIRST, found.max_row + 1) if not found[f"C{row}"].protection.locked]
    data = filled(
        sheet,
        **{f"C{row}": labels[row % len(labels)] for row in rows},
        **{f"E{row}": "Daarom." for row in rows},
    )

    take_in(sheet, read(data, sheet), who=SYSTEM)

    assert found.data_validations.dataValidation[0].formula1 == f'"{",".join(labels)}"'
    assert found.protection.sheet
    assert found[f"B{FIRST}"].protection.locked
    assert shared_sheet(other.profile).is_complete


def test_page_shows_what_changes_and_takes_it_in_after_a_yes(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.coordinator)
    row = at(world.profile)
    data = client.get(page("checklist_book", world.profile)).content
    data = changed(data, lambda book: book[shape.LIST].__setitem__(f"C{row}", YES_LABEL))

    shown = upload(client, page("checklist_upload", world.profile), data)

    assert shown.status_code == 200
    assert "Dit gaat er veranderen" in shown.content.decode()
    assert not Answer.objects.exists()
    yes = said_yes(shown)
    assert client.post(page("checklist_take_in", world.profile), yes).status_code == 302
    assert Answer.objects.get().value == YES
    assert Event.objects.get(act="save").actor == world.coordinator
    # A second press finds nothing to do.
    assert client.post(page("checklist_take_in", world.profile), yes).status_code == 302
    assert Answer.objects.get().revision == 1


def test_a_yes_to_one_file_does_not_take_in_another(world: World, sign_in: SignIn) -> None:
    """Two tabs: the second file was looked at since, and nobody said yes to that one."""
    client = sign_in(world.coordinator)
    row = at(world.profile)
    first, second = (
        upload(
            client,
            page("checklist_upload", world.profile),
            filled(shared_sheet(world.profile), **{f"C{row}": label}),
        )
        for label in (YES_LABEL, NO_LABEL)
    )

    answer = client.post(page("checklist_take_in", world.profile), said_yes(first), follow=True)
    assert "Kies eerst een bestand" in answer.content.decode()
    assert not Answer.objects.exists()

    client.post(page("checklist_take_in", world.profile), said_yes(second))
    assert Answer.objects.get().value == NO


def test_page_says_per_cell_what_is_wrong(world: World, sign_in: SignIn) -> None:
    row = at(world.profile)
    data = filled(shared_sheet(world.profile), **{f"C{row}": "<b>misschien</b>"})

    shown = upload(sign_in(world.head), page("checklist_upload", world.profile), data)

    assert shown.status_code == 422
    assert f"cel C{row}: ‘&lt;b&gt;misschien&lt;/b&gt;’ staat niet in de schaal" in shown.content.decode()


def test_a_clash_after_the_preview_is_shown_and_nothing_is_saved(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.coordinator)
    data = filled(shared_sheet(world.profile), **{f"C{at(world.profile)}": YES_LABEL})
    yes = said_yes(upload(client, page("checklist_upload", world.profile), data))
    save(sign_in(world.head), page("checklist_answer", world.profile, ITEM.id), value=NO)

    shown = client.post(page("checklist_take_in", world.profile), yes)

    assert shown.status_code == 409
    assert "Hanna Hoofd" in shown.content.decode()
    assert Answer.objects.get().value == NO


def test_an_own_copy_goes_out_and_comes_back_with_unsure(world: World, sign_in: SignIn) -> None:
    copy = own(world.profile, world.staff)
    client = sign_in(world.staff)
    row = row_of(sheet_of(copy), ITEM.id)
    data = filled(sheet_of(copy), **{f"C{row}": "weet ik niet"})

    yes = said_yes(upload(client, page("copy_upload", world.profile, copy.pk), data))
    client.post(page("copy_take_in", world.profile, copy.pk), yes)

    assert Answer.objects.get(copy=copy).value == Answer.UNSURE
    assert (
        "staat niet in de schaal"
        in faults(filled(shared_sheet(world.profile), **{f"C{row}": "weet ik niet"}), world.profile)[0]
    )
    assert "ander exemplaar" in faults(data, world.profile)[0]


@pytest.mark.parametrize(
    "who", ["staff", "council", "board", "adviser", "administrator", "other_head", "sam"]
)
def test_who_may_not_fill_in_may_not_put_back(world: World, sign_in: SignIn, who: str) -> None:
    client = sign_in(world.people[who])
    data = write(shared_sheet(world.profile))

    assert upload(client, page("checklist_upload", world.profile), data).status_code == 404
    assert client.post(page("checklist_take_in", world.profile)).status_code == 404


@pytest.mark.parametrize(
    "who", ["council", "board", "adviser", "administrator", "analyst", "other_head", "sam"]
)
@pytest.mark.parametrize("name", ["checklist_paper", "checklist_book", "checklist_form", "checklist_file"])
def test_who_may_not_see_the_checklist_may_not_take_it_along(
    world: World, sign_in: SignIn, who: str, name: str
) -> None:
    more = {"checklist_form": ["leeg"], "checklist_file": ["leeg", "pdf"]}.get(name, [])

    assert sign_in(world.people[who]).get(page(name, world.profile, *more)).status_code == 404


def test_staff_takes_the_shared_copy_along_and_cannot_put_it_back(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.staff)

    assert client.get(page("checklist_book", world.profile)).status_code == 200
    assert "terugzetten" not in client.get(page("checklist_paper", world.profile)).content.decode()


def test_an_own_copy_is_of_its_owner_alone(world: World, sign_in: SignIn) -> None:
    copy = own(world.profile, world.staff)
    client = sign_in(world.colleague)

    for name, more in (
        ("copy_paper", []),
        ("copy_book", []),
        ("copy_form", ["leeg"]),
        ("copy_file", ["leeg", "pdf"]),
    ):
        assert client.get(page(name, world.profile, copy.pk, *more)).status_code == 404
    assert (
        upload(client, page("copy_upload", world.profile, copy.pk), write(sheet_of(copy))).status_code == 404
    )


def test_nothing_is_put_back_after_submitting(world: World, sign_in: SignIn) -> None:
    data = write(shared_sheet(world.profile))
    Profile.objects.filter(pk=world.profile.pk).update(state="submitted")

    assert upload(sign_in(world.head), page("checklist_upload", world.profile), data).status_code == 423


def run(*words: str) -> int:
    chosen = parser().parse_args(["checklist", *words])
    result: int = chosen.run(chosen)
    return result


def test_command_writes_and_reads_back(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "checklist.xlsx"
    assert run("export", "99xa00", "--out", str(file)) == 0
    file.write_bytes(filled(shared_sheet(world.profile), **{f"C{at(world.profile)}": YES_LABEL}))

    assert run("import", str(file)) == 0

    assert Answer.objects.get().value == YES
    assert Event.objects.get(act="save").actor_name == "Dekkend"
    assert f"{ITEM.number} Antwoord: (open) → {YES_LABEL}" in capsys.readouterr().out


def test_command_says_what_is_wrong_and_saves_nothing(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "checklist.xlsx"
    file.write_bytes(filled(shared_sheet(world.profile), **{f"C{at(world.profile)}": "misschien"}))

    assert run("export", "00ZZ00", "--out", str(file)) == 1
    assert run("import", str(file)) == 1
    assert run("import", str(tmp_path / "weg.xlsx")) == 1
    Profile.objects.update(state="adopted")
    assert run("import", str(file)) == 1

    told = capsys.readouterr().out
    assert "‘misschien’ staat niet in de schaal" in told
    assert "vastgesteld en verandert niet meer" in told
    assert not Answer.objects.exists()
