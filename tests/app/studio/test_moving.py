"""A draft goes across to another persona whole, whatever ends the program on the way."""

import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import DraftMissing, PersonaLocked
from app.model.asking import Answer, Picture, Question
from app.model.draft import Stage
from app.model.finding import Risk
from app.model.persona import Side
from app.model.policy import Dismissal, IgnoreScope
from app.studio.moving import review_change
from tests.app.studio.conftest import persona_on, typed, written

ROOT = Path(__file__).parents[3]


def test_a_moved_draft_brings_its_history_and_leaves_its_pair(studio, clock):
    draft_id = written(studio, Side.PERSONAL, "First", "Title")
    studio.drafting.keep_before_fix(draft_id)
    clock.move(timedelta(minutes=5))
    typed(studio, draft_id, "Second")
    twin, _ = studio.drafting.start_twin(draft_id, persona_on(studio, Side.PROFESSIONAL).id)

    changes = studio.moving.move(draft_id, persona_on(studio, Side.PROFESSIONAL).id)

    moved = studio.drafting.draft(draft_id)
    assert moved.persona_id == persona_on(studio, Side.PROFESSIONAL).id
    assert (moved.title, moved.text, moved.pair_id) == ("Title", "Second", None)
    assert studio.drafting.draft(twin.id).pair_id is None
    home = studio.vaults.vault(moved.persona_id)
    assert [each.text for each in home.drafts.revisions(draft_id)] == ["Second", "First"]
    assert {draft_id, twin.id} <= changes.draft_ids
    assert draft_id not in {each.id for each in studio.drafting.summaries(persona_on(studio, Side.PERSONAL).id)}


def test_moving_there_and_back_is_as_before_but_for_ready(studio):
    draft_id = written(studio, Side.PERSONAL, "Reviewed as myself")
    studio.vaults.home_of(draft_id).drafts.set_picture(draft_id, Picture.PEOPLE)
    studio.drafting.mark_ready(draft_id)
    before = studio.drafting.draft(draft_id)

    studio.moving.move(draft_id, persona_on(studio, Side.PROFESSIONAL).id)
    there = studio.drafting.draft(draft_id)
    studio.moving.move(draft_id, persona_on(studio, Side.PERSONAL).id)

    assert (there.stage, there.ready_digest, there.picture) == (Stage.DRAFT, None, Picture.PEOPLE)
    back = studio.drafting.draft(draft_id)
    assert (back.text, back.created_at, back.persona_id) == (before.text, before.created_at, before.persona_id)


def test_what_was_answered_comes_along_and_what_was_ignored_stays_with_the_persona_it_was_said_to(studio, clock):
    draft_id = written(studio, Side.PERSONAL, "Who gives a damn about Mondays.")
    personal, work = persona_on(studio, Side.PERSONAL).id, persona_on(studio, Side.PROFESSIONAL).id
    answer = Answer(Question.IN_A_YEAR, "yes", "a digest", clock.moment)
    studio.vaults.vault(personal).answers.add(draft_id, (answer,))
    here = Dismissal(IgnoreScope.SENTENCE, "a print", "a.rule", "shown", draft_id)
    everywhere = Dismissal(IgnoreScope.PHRASE, "a print", "a.rule", "shown")
    for dismissal in (here, everywhere):
        studio.vaults.vault(personal).dismissals.add(dismissal)

    studio.moving.move(draft_id, work)

    assert studio.vaults.vault(work).answers.all_of(draft_id) == (answer,)
    assert studio.vaults.vault(work).dismissals.all() == ()
    assert studio.vaults.vault(personal).dismissals.all() == (everywhere,)


def test_a_copy_is_the_twin_of_a_draft_that_had_none_and_stands_alone_else(studio):
    draft_id = written(studio, Side.PERSONAL, "Both", "Title")
    work = persona_on(studio, Side.PROFESSIONAL).id

    first, _ = studio.moving.copy(draft_id, work)
    second, _ = studio.moving.copy(draft_id, work)

    assert (first.title, first.text) == ("Title", "Both")
    assert studio.drafting.twin_of(draft_id) == first.id
    assert second.pair_id is None
    assert studio.drafting.draft(draft_id).text == "Both"


def test_a_move_that_cannot_be_leaves_the_draft_where_it_was(studio):
    draft_id = written(studio, Side.PERSONAL, "Stays")
    with pytest.raises(PersonaLocked):
        studio.moving.move(draft_id, "nobody")
    with pytest.raises(ValueError, match="there already"):
        studio.moving.move(draft_id, persona_on(studio, Side.PERSONAL).id)
    with pytest.raises(DraftMissing):
        studio.moving.move("no-draft", persona_on(studio, Side.PROFESSIONAL).id)
    assert studio.drafting.draft(draft_id).persona_id == persona_on(studio, Side.PERSONAL).id


def test_words_typed_behind_after_a_move_that_broke_off_win_and_the_others_are_kept(start, clock, places):
    with start() as studio:
        draft_id = written(studio, Side.PERSONAL, "As it left")
        personal, work = persona_on(studio, Side.PERSONAL).id, persona_on(studio, Side.PROFESSIONAL).id
        parcel = studio.vaults.vault(personal).drafts.pack(draft_id)
        studio.vaults.vault(work).drafts.take_in(parcel, personal)
        clock.move(timedelta(minutes=1))
        studio.vaults.vault(personal).drafts.save(
            draft_id, title="", text="Typed behind", cursor=0, scroll=0.0, now=clock.moment
        )

    with start() as studio:
        assert studio.drafting.draft(draft_id).text == "Typed behind"
        assert studio.drafting.draft(draft_id).persona_id == work
        assert not studio.vaults.vault(personal).drafts.holds(draft_id)
        assert "As it left" in [each.text for each in studio.vaults.vault(work).drafts.revisions(draft_id)]


def test_a_move_whose_source_is_locked_waits_until_it_is_open_again(start, places):
    with start() as studio:
        draft_id = written(studio, Side.PERSONAL, "On its way")
        personal, work = persona_on(studio, Side.PERSONAL).id, persona_on(studio, Side.PROFESSIONAL).id
        parcel = studio.vaults.vault(personal).drafts.pack(draft_id)
        studio.vaults.vault(work).drafts.take_in(parcel, personal)
    key = places.key_file(personal)
    key.rename(key.with_suffix(".away"))

    with start() as studio:
        assert studio.drafting.draft(draft_id).text == "On its way"
        assert studio.vaults.vault(work).drafts.arriving() == ((draft_id, personal),)
        key.with_suffix(".away").rename(key)
        studio.unlock()
        assert not studio.vaults.vault(personal).drafts.holds(draft_id)
        assert studio.vaults.vault(work).drafts.arriving() == ()


def test_what_the_review_says_differently_after_a_move_is_told(studio):
    text = "Book your appointment with our clinic today, link in bio. Missing my mum today, cried all morning."
    personal, work = persona_on(studio, Side.PERSONAL).id, persona_on(studio, Side.PROFESSIONAL).id
    draft_id = written(studio, Side.PERSONAL, text)
    before = studio.reviewing.review(personal, draft_id, text, studio.personas.policy(personal, work))
    studio.moving.move(draft_id, work)
    after = studio.reviewing.review(work, draft_id, text, studio.personas.policy(work, personal))

    change = review_change(before, after)

    assert {each.risk for each in change.gone} == {Risk.BOUNDARY_BUSINESS_ON_PERSONAL}
    assert {each.risk for each in change.new} == {Risk.BOUNDARY_PERSONAL_ON_PROFESSIONAL}
    assert review_change(before, before).gone == review_change(before, before).new == ()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes the way POSIX knows")
def test_a_kill_between_any_two_steps_of_a_move_loses_and_doubles_nothing(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.app.studio.killed_moves", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    outcome = json.loads(done.stdout)
    ids, trials = outcome["ids"], outcome["outcomes"]
    assert outcome["ended"] == 0
    assert len(trials) >= 6
    for trial in trials:
        assert len(trial["homes"]) == 1, trial
        assert trial["text"] == "The version that moves 🚀"
        assert trial["history"][-1] == "The first version"
        assert trial["arriving"] == []
        assert trial["twin"] == "Moves"
        assert set(trial["whole"]) == {None}
    assert trials[0]["homes"] == [ids["from"]]
    assert [each["homes"] for each in trials].count([ids["to"]]) >= 3
    shutil.rmtree(tmp_path)
