"""Step 2 of a written session: questions, and whether their words look like advice (R5)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method.advice import looks_like_advice
from sizain.method.questions import Tag
from sizain.seances.asked.asking import Asked, Asking, Reader


def _post_question(asking: Asking) -> Asked:
    """The words are looked at here and go no further than the row that keeps them."""
    text = asking.text("question")
    tag = asking.choice("tag", Tag) if asking.fields.get("tag") else None
    advice = not asking.yes("as_is") and looks_like_advice(text.body)
    return Asked(c.PostQuestion(asking.by, text.id, len(text.body), tag, advice), (text,))


READERS: dict[str, Reader] = {
    "post-question": _post_question,
    "take-back-question": lambda asking: Asked(c.TakeBackQuestion(asking.by, asking.one("question"))),
    "park-question": lambda asking: Asked(c.ParkQuestion(asking.by, asking.one("question"), asking.tokens.id())),
    "ask-question": lambda asking: Asked(c.AskQuestion(asking.by, asking.one("question"))),
    "answer-question": lambda asking: Asked(c.AnswerQuestion(asking.by, asking.one("question"), asking.yes("passed"))),
    "hear-question": lambda asking: Asked(c.HearQuestion(asking.by, asking.one("question"), asking.yes("passed"))),
}
