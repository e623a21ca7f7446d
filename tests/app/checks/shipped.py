"""The packs that come with Twofold, read once for all tests."""

from functools import cache

from app.checks.packimage import image_of
from app.checks.readypacks import ReadyPacks
from app.checks.rule import Packs
from app.checks.rulepack import load_packs


@cache
def packs_as_shipped() -> Packs:
    """Return the packs; nobody can change them, so every test may have the same."""
    return load_packs()


@cache
def image_as_shipped() -> bytes:
    """Return the image of the packs."""
    return image_of(packs_as_shipped())


@cache
def packs_to_review_with() -> ReadyPacks:
    """Return the packs as an engine needs them: each test may have an engine of its own, and it costs next to none."""
    return ReadyPacks(image_as_shipped())
