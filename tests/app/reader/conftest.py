from pathlib import Path

import pytest

from app.reader.loading import load_reader
from app.reader.second_reader import SecondReader
from tests.app.reader.toy import weights_in


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the toy's weights, for reading only."""
    return weights_in(tmp_path_factory.mktemp("weights"))


@pytest.fixture(scope="session")
def reader(weights: Path) -> SecondReader:
    """The toy; that it remembers what it has read makes no difference, as a test shows."""
    return load_reader(weights)
