from pathlib import Path

import pytest

from tests.app.reader.toy import weights_in


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the weights of a toy reader, for reading only."""
    return weights_in(tmp_path_factory.mktemp("weights"))
