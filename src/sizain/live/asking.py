"""Step 2 of a written session in words: heads, tags, fixed openers, and its gestures (METHOD §3, R5)."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sizain.live.gesture import Gesture
from sizain.live.guide import Head
from sizain.live.sentences import Words
from sizain.method.questions import Tag
from sizain.method.sight import Sight, View
from sizain.method.sight.questions import ShownQuestions

HEADS: Mapping[View, Head] = {
    View.FACILITATOR: Head(
        _("Comprendre avant de proposer"),
        _("Les questions s’écrivent. Vous choisissez la suivante et la lisez ; %(client)s répond à voix haute."),
    ),
    View.CONSULTANT: Head(
        _("Qu’avez-vous besoin de comprendre ?"),
        _(
            "Ici les questions s’écrivent. %(facilitator)s choisit la suivante et la lit, "
            "%(client)s y répond à voix haute."
        ),
    ),
    View.CLIENT: Head(
        _("Répondez comme vous l’entendez"),
        _("%(facilitator)s lit une question, vous répondez à voix haute. « Je passe » est une vraie réponse."),
    ),
}
"""What a written session says otherwise at the top of step 2."""

TAGS: Mapping[Tag, Words] = {
    Tag.FACT: _("fait"),
    Tag.FEELING: _("ressenti"),
    Tag.MEANING: _("sens"),
    Tag.SYSTEM: _("système"),
    Tag.ATTEMPTS: _("tentatives"),
    Tag.FUTURE: _("futur"),
}
"""What a question is after, as its author may say."""

OPENERS: tuple[Words, ...] = (
    _("Qu’avez-vous déjà tenté ?"),
    _("Comment cela se passe-t-il quand… ?"),
    _("À quoi verriez-vous que… ?"),
    _("Qu’est-ce qui compte le plus pour vous dans… ?"),
)
"""Fixed beginnings, the same for everybody: nothing is drawn from what the person wrote."""


def opener(number: str) -> str:
    """The opener of that number, from 0; empty when there is none."""
    known = {str(place): str(words) for place, words in enumerate(OPENERS)}
    return known.get(number, "")


def clients(questions: ShownQuestions) -> Gesture | None:
    """The client's one gesture: that they have answered the question that is asked."""
    return _answered(questions, "answer-question", gettext("J’ai répondu"))


def facilitations(sight: Sight, names: Mapping[str, str]) -> Gesture | None:
    """The next question, in the order in which they came; then that the last one is answered; then nothing."""
    questions = sight.questions
    if questions is None:
        return None
    if questions.waiting:
        following = questions.waiting[0]
        words = gettext("Question suivante : %(name)s") % {"name": names[following.seat]}
        return Gesture(words, "ask-question", {"question": following.text}, key=following.text)
    return _answered(questions, "hear-question", gettext("C’est répondu"))


def _answered(questions: ShownQuestions, act: str, words: str) -> Gesture | None:
    asked = questions.asked
    if asked is None:
        return None
    return Gesture(words, act, {"question": asked.text, "passed": "no"}, key=f"answered-{asked.text}", sign="coche")
