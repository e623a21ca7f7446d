"""One question about the picture that goes with a post, with what can be done about it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.checks.wording import filled
from app.model.asking import Picture, Question
from app.model.persona import Persona
from ui.dialogs.asking_dialog import Asked, AskingDialog, AskingWording
from ui.widgets.choice import Choice


class PictureDialog(AskingDialog):
    """Asks about the one thing that a picture of this kind gives away: Twofold itself does not look at it.

    Where it *is_last*, going on is copying; else other questions follow.
    """

    def __init__(self, picture: Picture, persona: Persona, parent: QWidget | None = None, *, is_last: bool) -> None:
        wording = AskingWording(
            _said("The picture, before you copy for {persona}").format(persona=persona.name),
            _said("Twofold does not look at pictures, so this is for your eyes. One key answers, Enter goes on."),
            _said("Copy for {persona}").format(persona=persona.name) if is_last else _said("Go on"),
            _said("Copy anyway") if is_last else _said("Go on anyway"),
        )
        super().__init__(wording, (_asked(picture, persona.works_with),), parent)


def _asked(picture: Picture, works_with: str) -> Asked:
    question, answers = _QUESTIONS[picture]
    advice = {word: filled(_said(help_with_it), works_with, "") for word, _, help_with_it in answers}
    choices = tuple(
        Choice(word, filled(_said(text), works_with, ""), str(number))
        for number, (word, text, _) in enumerate(answers, start=1)
    )
    text = filled(_said(question), works_with, "")
    return Asked(Question.PICTURE, text, choices, lambda words: advice[words[0]] if words else "")


def _said(words: str) -> str:
    return QCoreApplication.translate("PictureDialog", words)


# For each kind the question, and its answers: the word that is kept, what it says, and what can be done then.
_QUESTIONS: dict[Picture, tuple[str, tuple[tuple[str, str, str], ...]]] = {
    Picture.JOKE: (
        "Who is the joke on?",
        (
            ("nobody", "Me, or nobody", ""),
            ("power", "Someone in power, or a company", ""),
            (
                "people",
                "A {customer}, a colleague, or people who are different from me",
                "Take one that is on yourself, or tell what happened in a caption without the picture.",
            ),
            (
                "unsure",
                "Not sure",
                "Ask someone it could be on whether they would laugh, or take one that is on yourself.",
            ),
        ),
    ),
    Picture.PEOPLE: (
        "Who is in it, do they know, and are they children or {customers}?",
        (
            ("agreed", "Only me, or people who said yes", ""),
            (
                "unaware",
                "People who do not know",
                "Ask them first, show them the caption too, or crop or blur their faces.",
            ),
            (
                "protected",
                "Children or {customers}",
                "Ask the parents, or the {customer}, in writing first; or show hands and things instead of faces.",
            ),
            ("unsure", "Not sure", "Look at the people in the background too, and crop or blur those you cannot ask."),
        ),
    ),
    Picture.WORKPLACE: (
        "What is on the screen, the badge, the whiteboard or the paper behind you?",
        (
            ("bare", "Nothing that can be read", ""),
            (
                "readable",
                "Names, figures or plans",
                "Crop it, blur what can be read, or take it again in front of a bare wall.",
            ),
            (
                "unsure",
                "I have not looked closely",
                "Zoom into each corner first, reflections too, and crop or blur what can be read.",
            ),
        ),
    ),
    Picture.OTHER: (
        "Does it show more than you mean to: a face, a name, a number plate, where you are?",
        (
            ("fine", "No, I have looked", ""),
            ("more", "Yes", "Crop it to what you mean to show, and blur the rest; say in the caption what it is."),
            ("unsure", "Not sure", "Zoom into each corner first, then crop it to what you mean to show."),
        ),
    ),
}
