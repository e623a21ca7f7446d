import marshal
from pathlib import Path

import pytest

from app.checks.engine import Engine
from app.checks.packcache import packs_key, shipped_packs
from app.checks.packimage import UnreadableImage, image_of, packs_in
from app.checks.rulepack import read_packs
from app.model.persona import Side
from app.model.policy import default_policy

LEAST_PART = 100


def cached(folder: Path) -> bytes:
    (file,) = folder.iterdir()
    return file.read_bytes()


def test_packs_from_their_image_review_as_the_packs_themselves():
    packs, problems = read_packs()
    assert problems == ()
    read, kept = Engine(packs), Engine(packs_in(image_of(packs)))
    for rule in packs.rules:
        for example in (*rule.fires, *rule.quiet):
            for side in Side:
                assert kept.review(example.text, default_policy(side)) == read.review(
                    example.text, default_policy(side)
                )


def test_an_image_of_an_image_is_the_same():
    image = image_of(read_packs()[0])
    assert image_of(packs_in(image)) == image


@pytest.mark.parametrize(
    "content", [b"", b"\x00", marshal.dumps(None), marshal.dumps((1, 2, 3)), marshal.dumps((((),),) * 6)]
)
def test_bytes_that_are_no_image_are_refused(content):
    with pytest.raises(UnreadableImage):
        packs_in(content)


def test_the_second_reading_finds_the_file_of_the_first_and_leaves_it_alone(tmp_path):
    folder = tmp_path / "cache"
    first, problems = shipped_packs(folder)
    assert problems == ()
    (file,) = folder.iterdir()
    before = file.stat()
    second, problems = shipped_packs(folder)
    assert problems == ()
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert file.stat().st_ino == before.st_ino
    assert image_of(second) == image_of(first)


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
        assert packs.rules
        assert cached(tmp_path)[:-1] != spoiled[:-1]
        assert len(cached(tmp_path)) >= len(whole) // 2


def test_packs_are_there_where_nothing_can_be_written(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    packs, problems = shipped_packs(in_the_way / "cache")
    assert problems == ()
    assert packs.rules
    assert in_the_way.read_text() == "no folder"


def test_a_folder_in_the_place_of_the_file_is_left_alone(tmp_path):
    (tmp_path / "packs.cache" / "inside").mkdir(parents=True)
    assert shipped_packs(tmp_path)[0].rules
    assert [each.name for each in tmp_path.iterdir()] == ["packs.cache"]


def test_the_file_is_its_owners_alone(tmp_path):
    shipped_packs(tmp_path / "cache")
    (file,) = (tmp_path / "cache").iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_the_key_stays_the_same_between_two_looks():
    assert packs_key() == packs_key()
