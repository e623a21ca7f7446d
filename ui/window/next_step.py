"""What a writer most likely does next with a draft, by the stage it has reached."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.model.draft import Stage


@dataclass(frozen=True, slots=True)
class NextStep:
    """The stage that comes next, and what going there is called, alone and with the persona's name."""

    stage: Stage
    words: str
    spoken: str

    @property
    def goes_back(self) -> bool:
        """Whether the step takes the draft back to be written on."""
        return self.stage is Stage.DRAFT


def next_step(stage: Stage) -> NextStep:
    """Return the one step that is offered at *stage*; ``spoken`` holds ``{persona}``."""
    say = QCoreApplication.translate
    if stage is Stage.DRAFT:
        spoken = say("NextStep", "Mark the {persona} draft ready")
        return NextStep(Stage.READY, say("NextStep", "Mark ready"), spoken)
    if stage is Stage.HANDED_OFF:
        spoken = say("NextStep", "Mark the {persona} draft posted")
        return NextStep(Stage.POSTED, say("NextStep", "Mark posted"), spoken)
    spoken = say("NextStep", "Take the {persona} post back to draft")
    return NextStep(Stage.DRAFT, say("NextStep", "Back to draft"), spoken)
