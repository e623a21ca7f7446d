from pathlib import Path

import pytest

from app.command_line.arguments import ReaderUse
from app.command_line.second_opinions import SecondOpinions, second_opinions


@pytest.fixture
def opinions(weights: Path) -> SecondOpinions:
    """What the toy has to say."""
    return second_opinions(ReaderUse.ON, weights)
