"""The five questions are offered on the first start, and never again."""

from pathlib import Path

from tests.ui.stage import Stage, played

OFFER = "Five short questions"


def first_start(stage: Stage) -> None:
    stage.until(lambda: stage.says(OFFER))


def second_start(stage: Stage) -> None:
    stage.rest(0.3)
    assert not stage.says(OFFER)


def test_the_questions_are_offered_once(tmp_path: Path) -> None:
    played(first_start, tmp_path)
    played(second_start, tmp_path)
