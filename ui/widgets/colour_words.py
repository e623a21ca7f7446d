"""The names of the colours that personas can have."""

from PySide6.QtCore import QCoreApplication

from app.model.persona import Side


def colour_words(side: Side, colour: str) -> str:
    """Return the word for a colour of the palette of *side*; empty is the side's own."""
    say = QCoreApplication.translate
    own = {Side.PERSONAL: say("Colours", "Plum"), Side.PROFESSIONAL: say("Colours", "Teal")}
    return {
        "": own[side],
        "rose": say("Colours", "Rose"),
        "violet": say("Colours", "Violet"),
        "earth": say("Colours", "Earth"),
        "blue": say("Colours", "Blue"),
        "green": say("Colours", "Green"),
        "slate": say("Colours", "Slate"),
    }[colour]
