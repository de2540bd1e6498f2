"""A save that was on its way when the head sealed the profile: it stands in the version, or it is refused."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

import dekkend.adoption
import dekkend.profile
from dekkend.adoption.actions import tell_pupils
from dekkend.audit.actions import ANONYMOUS
from dekkend.audit.models import Event
from dekkend.kit.uploads import Fit
from dekkend.process.engine import Refused
from dekkend.process.table import table
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist import actions as checklist
from dekkend.profile.checklist.earlier import Told
from dekkend.profile.checklist.queries import Member, shared_sheet, sheet_of
from dekkend.profile.checklist.workbook.read import Sent
from dekkend.profile.checklist.workbook.take import take_in
from dekkend.profile.dialogue import actions as dialogue
from dekkend.profile.dialogue.support import actions as support
from dekkend.profile.models import Copy, SectionText, Talk, Version
from dekkend.profile.talk.actions import agenda, closing, live
from dekkend.profile.version.actions import recall, submit, tell_head
from dekkend.profile.version.carrying import begin_from_last_year, take_text, untake_text
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.content import seal
from dekkend.profile.version.moving.actions import confirm, move_profile, undo_profile
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.blocks import Block
from dekkend.profile.writing.comments import actions as comments
from dekkend.profile.writing.comments.texts import all_texts
from dekkend.profile.writing.comments.weighing import weigh
from dekkend.profile.writing.drafting import Draft
from dekkend.profile.writing.origins import Origin
from dekkend.profile.writing.proposals import Proposal
from tests.adoption import roads
from tests.profile.checklist.people import FMT
from tests.profile.talk.leading import planned
from tests.world import World

WORDS = "Net te laat."
ITEM = next(item for item in FMT.items if not item.topics)
OTHER = [item for item in FMT.items if not item.topics][1]
QUESTION = FMT.questions[0]
SECTION = FMT.section_of_kind("texts")
FIELD = SECTION.fields[0]
COLUMN = FMT.section_of_kind("arrangements").columns[0]
PDF = Fit(b"%PDF", "pdf", "application/pdf")
BLOCK = Block(ITEM.id, ITEM.number, "full", "Ja", WORDS, "", "", is_offered=True)
DRAFT = Draft(parts=((WORDS, Origin("draft", ITEM.id, words=WORDS)),))


class Late:
    """What somebody had in hand while the profile was open; sealed since."""

    def __init__(self, world: World) -> None:
        self.world, self.by = world, {"actor": world.head}
        self.profile = roads.complete(world)
        self.colleague = Copy.objects.create(profile=self.profile, kind="personal", person=world.staff)
        self.slip = Copy.objects.create(
            profile=self.profile, kind="personal", name="Juf Ank", label="Juf Ank"
        )
        Profile.objects.filter(pk=self.profile.pk).update(naming="named")
        sheet = shared_sheet(self.profile)
        now = sheet.answer(OTHER).revision
        self.saved = checklist.answer(sheet, OTHER, {"note": "Hier."}, base=now, **self.by).row.revision
        self.evidence = checklist.add_link(sheet, OTHER, url="https://s.example", title="", **self.by)
        arrangement = self.profile.arrangements.first()
        assert arrangement
        gone = writing.add_specialisation(self.profile, title="Judo", **self.by)
        self.removal = writing.remove(gone, profile=self.profile, **self.by)
        earlier = replace(BLOCK, source=OTHER.id, text="Dat doen wij elke week.")
        self.insertion = writing.insert(self.profile, SECTION, FIELD, [earlier], **self.by)
        assert self.insertion
        self.about = next(text for text in all_texts(self.profile) if text.paragraphs)
        self.comment = comments.comment(self.profile, self.about, "Mooi.", **self.by)
        seen = {"seen": self.about.paragraphs[0], "paragraph": "0."}
        self.suggestion = comments.suggest(
            self.profile, self.about, "Anders.", why="", actor=world.staff, **seen
        )
        planned(self.profile)
        self.profile = Profile.objects.with_places().get(pk=self.profile.pk)
        self.arrangement = self.profile.arrangements.first()
        self.text = self.profile.texts.get(section=SECTION.id, field=FIELD.id)
        self.boundary = self.profile.boundaries.first()
        self.boundary.profile = self.profile
        self.points = list(self.profile.improvements.all())
        self.sheet = shared_sheet(self.profile)
        self.talk = Talk.objects.select_related("profile__round", "profile__school").get()
        self.colleague, self.slip = (
            Copy.objects.select_related("profile__round", "profile__school", "person").get(pk=copy.pk)
            for copy in (self.colleague, self.slip)
        )
        submit(Profile.objects.with_places().get(pk=self.profile.pk), actor=world.head)


def element(late: Late) -> Any:
    on = set(late.profile.boundaries.values_list("element", flat=True))
    elements = FMT.offer.elements
    return next(each for each in elements if each.kind == "boundary" and each.id not in on)


def answered(item: Any) -> Sent:
    return Sent(item.id, 0, {"note": WORDS}, {})


ACTS: dict[str, Callable[[Late], Any]] = {
    "tell the head": lambda late: tell_head(late.profile, actor=late.world.coordinator),
    "answer": lambda late: checklist.answer(late.sheet, ITEM, {"note": WORDS}, base=0, **late.by),
    "summarise": lambda late: checklist.summarise(late.profile, QUESTION, WORDS, base=0, **late.by),
    "own copy": lambda late: checklist.answer(
        sheet_of(late.colleague), ITEM, {"note": WORDS}, base=0, actor=late.world.staff
    ),
    "slip by name": lambda late: checklist.answer(sheet_of(late.slip), ITEM, {"note": WORDS}, base=0, actor=None),
    "finish": lambda late: checklist.finish(late.colleague, finished=True, actor=late.world.staff),
    "link": lambda late: checklist.add_link(late.sheet, ITEM, url="https://l.example", title="", **late.by),
    "file": lambda late: checklist.add_file(late.sheet, ITEM, fit=PDF, name="a.pdf", **late.by),
    "remove evidence": lambda late: checklist.remove(late.profile, late.evidence, **late.by),
    "last year": lambda late: checklist.take_last_year(late.sheet, [Told(ITEM.id, {"note": WORDS})], **late.by),
    "undo": lambda late: checklist.undo(late.sheet, [(OTHER, late.saved)], **late.by),
    "workbook": lambda late: take_in(late.sheet, [answered(ITEM)], who=ANONYMOUS),
    "naming": lambda late: checklist.choose_naming(late.profile, "anonymous", **late.by),
    "asking": lambda late: checklist.choose_asking(late.profile, "whole", **late.by),
    "ask": lambda late: checklist.ask(late.profile, [Member(late.world.colleague.pk, "Tara", "leraar")], **late.by),
    "colleague": lambda late: checklist.add_colleague(late.profile, "Bo", "leraar", covers=[], **late.by),
    "anew": lambda late: checklist.send_anew(late.colleague, mail=False, **late.by),
    "withdraw": lambda late: checklist.withdraw(late.slip, **late.by),
    "questions": lambda late: checklist.choose_questions(late.slip, [ITEM.id], **late.by),
    "codes": lambda late: checklist.make_codes(late.profile, 3, **late.by),
    "unused": lambda late: checklist.withdraw_unused(late.profile, **late.by),
    "close team": lambda late: checklist.close_team(late.profile, **late.by),
    "agree": lambda late: dialogue.agree(late.profile, ITEM, {"note": WORDS}, base=1, **late.by),
    "take over": lambda late: dialogue.take_over(late.profile, {ITEM.id: {"value": "no"}}, **late.by),
    "support": lambda late: support.ask(late.profile, question=WORDS, wished=[], **late.by),
    "prepare": lambda late: agenda.prepare(late.profile, minutes=60, people=8, on=None, **late.by),
    "agenda": lambda late: agenda.set_agenda(late.talk, [(ITEM.id, 5)], late.world.head),
    "begin": lambda late: live.begin(late.talk, **late.by),
    "close talk": lambda late: closing.close_talk(late.talk, on=timezone.localdate(), roles=["directeur"], **late.by),
    "text": lambda late: writing.write_text(late.profile, SECTION, FIELD, WORDS, base=late.text.revision, **late.by),
    "column": lambda late: writing.write_column(late.arrangement, COLUMN, WORDS, base=0, **late.by),
    "provision": lambda late: writing.write_provision(
        late.profile, late.world.round.catalogue.provisions.all()[0], WORDS, base=1, **late.by
    ),
    "row": lambda late: writing.save(
        late.boundary, {"own": WORDS}, profile=late.profile, base=late.boundary.revision, **late.by
    ),
    "move": lambda late: writing.move(late.points[0], late.points, profile=late.profile, up=False, **late.by),
    "remove": lambda late: writing.remove(late.boundary, profile=late.profile, **late.by),
    "put back": lambda late: writing.put_back(late.profile, late.removal, **late.by),
    "things of a column": lambda late: writing.restore_things(late.arrangement, COLUMN, [], base=0, **late.by),
    "boundary": lambda late: writing.switch_on(late.profile, element(late), **late.by),
    "starter": lambda late: writing.begin_with_starter(
        late.boundary, FMT.offer.elements[0], profile=late.profile, **late.by
    ),
    "insert": lambda late: writing.insert(late.profile, SECTION, FIELD, [BLOCK], **late.by),
    "insert in column": lambda late: writing.insert_in_column(late.arrangement, COLUMN, [BLOCK], **late.by),
    "insert in provision": lambda late: writing.insert_in_provision(
        late.profile, late.world.round.catalogue.provisions.all()[0], [BLOCK], **late.by
    ),
    "take out": lambda late: writing.take_out(late.profile, late.insertion, **late.by),
    "draft": lambda late: writing.draft_text(late.profile, SECTION, FIELD, DRAFT, **late.by),
    "draft in column": lambda late: writing.draft_column(late.arrangement, COLUMN, DRAFT, **late.by),
    "drafts": lambda late: writing.draft_section(late.profile, SECTION, [(FIELD, DRAFT)], **late.by),
    "approve draft": lambda late: writing.accept_draft(late.text, seen="", profile=late.profile, **late.by),
    "approve drafts": lambda late: writing.accept_drafts(late.profile, [f"{late.text.subject}:x"], **late.by),
    "drop draft": lambda late: writing.drop_draft(late.text, profile=late.profile, **late.by),
    "renew draft": lambda late: writing.renew_draft(late.text, DRAFT, profile=late.profile, **late.by),
    "old draft back": lambda late: writing.old_draft_back(late.text, late.removal, profile=late.profile, **late.by),
    "arrangement": lambda late: writing.add_arrangement(late.profile, FMT.offer.needs[0], **late.by),
    "thing": lambda late: writing.add_thing(late.arrangement, COLUMN, what=WORDS, pick=None, **late.by),
    "specialisation": lambda late: writing.add_specialisation(late.profile, title=WORDS, **late.by),
    "no specialisations": lambda late: writing.declare_no_specialisations(late.profile, False, **late.by),
    "point": lambda late: writing.make_point(late.profile, Proposal("own", "", WORDS), **late.by),
    "another cause": lambda late: writing.add_cause(
        late.points[0], Proposal("item", "x", WORDS), profile=late.profile, **late.by
    ),
    "no such cause": lambda late: writing.take_cause(late.points[0], "item", "x", profile=late.profile, **late.by),
    "new version": lambda late: move_profile(late.profile, FMT.ref, actor=late.world.administrator),
    "back": lambda late: undo_profile(late.profile, actor=late.world.administrator),
    "confirm": lambda late: confirm(late.profile, ITEM, **late.by),
    "last year's profile": lambda late: begin_from_last_year(late.profile, **late.by),
    "not last year's text after all": lambda late: untake_text(
        late.profile,
        Event(subject=late.text.subject, data={"spot": f"veld.{SECTION.id}.{FIELD.id}", "was": {"text": ""}}),
        **late.by,
    ),
    "last year's text": lambda late: take_text(
        late.profile, f"veld.{SECTION.id}.{FIELD.id}", seen="", **late.by
    ),
    "what became of a point": lambda late: writing.answer_point(
        late.points[0], "done", profile=late.profile, **late.by
    ),
    "still holds": lambda late: writing.confirm_part(late.profile, SECTION.id, holds=True, **late.by),
    "walked": lambda late: writing.walk_change(late.profile, ITEM.id, "x", is_walked=True, **late.by),
    "comment": lambda late: comments.comment(late.profile, late.about, WORDS, **late.by),
    "reply": lambda late: comments.reply(late.profile, late.comment, WORDS, **late.by),
    "suggest": lambda late: comments.suggest(
        late.profile, late.about, WORDS, seen=late.about.paragraphs[0], paragraph="0.", why="", **late.by
    ),
    "accept": lambda late: comments.accept(
        late.profile, late.suggestion, late.about, seen=weigh(late.suggestion, late.about).seal, **late.by
    ),
    "decline": lambda late: comments.decline(late.profile, late.suggestion, WORDS, **late.by),
    "close comment": lambda late: comments.resolve(late.profile, late.comment, **late.by),
    "reopen comment": lambda late: comments.reopen(late.profile, late.comment, **late.by),
    "take back": lambda late: comments.take_back(late.profile, late.comment, **late.by),
    "pupils": lambda late: tell_pupils(late.profile, changes={"said": WORDS}, base=1, **late.by),
}  # fmt: skip


def test_what_comes_after_the_seal_is_refused(world: World) -> None:
    """Every act with what somebody had in hand; what it did, if anything, is taken back before the next."""
    hand, events = Late(world), set(Event.objects.values_list("pk", flat=True))
    wrong = []
    for name, act in ACTS.items():
        with transaction.atomic():
            try:
                act(deepcopy(hand))
                wrong.append((name, "done"))
            except Refused as refused:
                if "ingediend" not in str(refused):
                    wrong.append((name, str(refused)))
            if set(Event.objects.values_list("pk", flat=True)) != events:
                wrong.append((name, "an event"))
            now = Profile.objects.with_places().get(pk=hand.profile.pk)
            if Version.objects.get().content != seal(content_of(now))[0] or now.station != "council":
                wrong.append((name, "another profile"))
            transaction.set_rollback(True)

    assert wrong == []


def test_what_comes_after_the_seal_is_taken_again_once_the_profile_is_open(world: World) -> None:
    late = Late(world)
    recall(Profile.objects.with_places().get(), actor=world.head, reason="Een fout.")

    ACTS["text"](late)
    ACTS["pupils"](late)

    assert SectionText.objects.get(pk=late.text.pk).text == WORDS
    assert WORDS not in Version.objects.get().content


def test_every_act_that_the_seal_ends_is_tried_here() -> None:
    """A new act of the making of a profile needs a line in ACTS as well."""
    making = {act for act, row in table().items() if row.states == ("preparing",) and not row.to}

    assert making == {
        "edit_checklist", "edit_evidence", "ask_team", "answer_copy", "agree", "ask_support",
        "prepare_talk", "close_talk", "lead_talk", "write", "tell_pupils", "move_format", "confirm_move",
        "comment", "suggest", "settle_suggestion", "close_comment", "see_missing", "tell_head",
    }  # fmt: skip


ROOMS = Path(dekkend.profile.__file__).parent, Path(dekkend.adoption.__file__).parent


def actions_of_a_profile() -> Iterator[tuple[str, ast.FunctionDef]]:
    for room in ROOMS:
        for path in room.rglob("*.py"):
            if "actions" in path.as_posix():
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                    if isinstance(node, ast.FunctionDef):
                        yield f"{path.relative_to(room.parent)}: {node.name}", node


def calls(node: ast.FunctionDef, name: str) -> list[ast.Call]:
    found = [each for each in ast.walk(node) if isinstance(each, ast.Call)]
    return [each for each in found if isinstance(each.func, ast.Name) and each.func.id == name]


def test_whoever_writes_in_a_transaction_holds_the_profile() -> None:
    """With `check` alone the head may hand in between the question and the writing: `hold` it, or `still` in revise."""
    wrong = []
    for name, node in actions_of_a_profile():
        if node.name in ("alone", "writer"):  # what holding is made of
            continue
        atomic = any("atomic" in ast.unparse(each) for each in node.decorator_list)
        if atomic and calls(node, "check"):
            wrong.append(name)
        if not atomic and calls(node, "check"):
            saves = [
                each for each in calls(node, "revise") if "still" not in {word.arg for word in each.keywords}
            ]
            wrong += [f"{name}: revise"] if saves else []
    assert wrong == []
