from pathlib import Path

import pytest

from app.reader.loading import load_reader
from app.reader.second_reader import SecondReader


@pytest.fixture(scope="session")
def reader(weights: Path) -> SecondReader:
    """The toy; that it remembers what it has read makes no difference, as a test shows."""
    return load_reader(weights)
