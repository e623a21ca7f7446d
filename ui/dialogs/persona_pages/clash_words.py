"""What to say when two personas would have the same name or account."""

from PySide6.QtCore import QCoreApplication

from app.errors import PersonaClash


def clash_words(problem: PersonaClash) -> str:
    """Return what is wrong, in a sentence that says why it matters."""
    say = QCoreApplication.translate
    if problem.network:
        words = say(
            "Clash", "{name} belongs to another persona already. One account is either personal or professional."
        )
    else:
        words = say("Clash", "Another persona is called {name} too. With a name of its own you can tell them apart.")
    return words.format(name=problem.shared)
