import marshal
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.checks.engine import Engine
from app.checks.packcache import packs_key, shipped_packs
from app.checks.packimage import image_of
from app.checks.readypacks import ReadyPacks, UnreadableImage
from app.checks.rule import Rule
from app.checks.rulepack import load_packs
from app.model.finding import Report
from app.model.persona import Side
from app.model.policy import default_policy
from tests.app.checks.conftest import PackWriter, rule
from tests.app.checks.shipped import image_as_shipped, packs_as_shipped, packs_to_review_with

SENTENCE = "My boss is an idiot, and I hate this place"

LEAST_PART = 100
ROOM = 50_000_000


def cached(folder: Path) -> bytes:
    (file,) = folder.iterdir()
    return file.read_bytes()


@pytest.fixture(autouse=True)
def nothing_in_the_way(tmp_path: Path) -> Iterator[None]:
    """Name what else could make these tests fail: no room on the disk, or somebody at work on the packs or the code."""
    assert shutil.disk_usage(tmp_path).free > ROOM, "the disk is full"
    before = packs_key()
    yield
    assert packs_key() == before, "the packs, or the code that reads them, changed while the test ran"


def review(packs: ReadyPacks) -> Report:
    return Engine(packs).review(SENTENCE, default_policy(Side.PERSONAL))


def test_rules_from_an_image_say_and_need_what_the_packs_say():
    packs = packs_as_shipped()
    pressed = [packs_to_review_with().owners[number] for number in range(len(packs.rules) + len(packs.cues))]
    for told, read in zip((*packs.rules, *packs.cues), pressed, strict=True):
        assert (read.id, read.risk, read.sides, read.file) == (told.id, told.risk, told.sides, told.file)
        assert [form.source for form in read.forms] == [form.source for form in told.forms]
        assert [form.vocabulary for form in read.forms] == [form.vocabulary for form in told.forms]
        if isinstance(told, Rule):
            assert isinstance(read, Rule)
            assert (read.wording, read.severity, read.guards) == (told.wording, told.severity, told.guards)
            assert (read.needs, read.scope, read.silenced_by) == (told.needs, told.scope, told.silenced_by)
            assert [form.needed for form in read.unless] == [form.needed for form in told.unless]
    assert packs_to_review_with().risks == packs.risks
    assert packs_to_review_with().coded == packs.coded


@pytest.mark.slow  # the packs are read anew
def test_the_same_packs_have_the_same_image():
    assert image_of(load_packs()) == image_as_shipped()


def test_two_rules_that_spell_the_same_form_both_speak_up(engine_over):
    engine = engine_over(one=rule("bad day", name="venting.customer.one"), two=rule("bad day", name="tone.heated.two"))
    found = engine.review("A bad day", default_policy(Side.PERSONAL)).findings
    assert {finding.rule_id for finding in found} == {"venting.customer.one", "tone.heated.two"}


def test_nothing_of_a_rule_is_made_before_a_text_has_its_words(write_packs: PackWriter):
    packs = ReadyPacks(image_of(load_packs(write_packs(pack=rule("bad day")))))
    engine = Engine(packs)
    engine.review("It was a good one", default_policy(Side.PERSONAL))
    assert not packs.owners
    engine.review("It was a bad day", default_policy(Side.PERSONAL))
    assert [owner.id for owner in packs.owners.values()] == ["venting.customer.test"]


@pytest.mark.parametrize(
    "content", [b"", b"\x00", marshal.dumps(None), marshal.dumps((1, 2, 3)), marshal.dumps((((),),) * 11)]
)
def test_bytes_that_are_no_image_are_refused(content):
    with pytest.raises(UnreadableImage):
        ReadyPacks(content)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ReadyPacks]:
    """The folder in which a first reading has kept the packs, and what it read."""
    folder = tmp_path_factory.mktemp("kept") / "cache"
    packs, problems = shipped_packs(folder)
    assert problems == ()
    return folder, packs


def test_the_second_reading_finds_the_file_of_the_first_and_leaves_it_alone(kept):
    folder, first = kept
    (file,) = folder.iterdir()
    before = file.stat()
    second, problems = shipped_packs(folder)
    assert problems == ()
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert file.stat().st_ino == before.st_ino
    assert review(second) == review(first) == review(packs_to_review_with())


def test_the_file_is_its_owners_alone(kept):
    (file,) = kept[0].iterdir()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.slow  # the packs are read anew six times
def test_a_damaged_or_foreign_file_is_ignored_and_written_again(tmp_path):
    shipped_packs(tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    middle = len(whole) // 2
    flipped = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    for spoiled in (b"", whole[:LEAST_PART], whole[:-1], flipped, b"\0" * len(whole), bytes(32) + whole[32:]):
        file.write_bytes(spoiled)
        packs, problems = shipped_packs(tmp_path)
        assert problems == ()
        assert review(packs).findings
        assert cached(tmp_path)[:-1] != spoiled[:-1]
        assert len(cached(tmp_path)) >= len(whole) // 2


@pytest.mark.slow  # the packs are read anew
def test_packs_are_there_where_nothing_can_be_written(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    packs, problems = shipped_packs(in_the_way / "cache")
    assert problems == ()
    assert review(packs).findings
    assert in_the_way.read_text() == "no folder"


@pytest.mark.slow  # the packs are read anew
def test_a_folder_in_the_place_of_the_file_is_left_alone(tmp_path):
    (tmp_path / "packs.cache" / "inside").mkdir(parents=True)
    assert review(shipped_packs(tmp_path)[0]).findings
    assert [each.name for each in tmp_path.iterdir()] == ["packs.cache"]


def test_the_key_stays_the_same_between_two_looks():
    assert packs_key() == packs_key()
