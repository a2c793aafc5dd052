"""Step 3 in words: the kinds of help, the parts of a wording, what the circle answers (METHOD §3)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sizain.live.around import Around
from sizain.method.contract import Answer, Help, Terms
from sizain.method.refusals import Why
from sizain.method.seance import Stage
from sizain.method.sight import Person, View

Words = str | Promise

HELPS: dict[Help, Words] = {
    Help.UNDERSTAND: gettext_lazy("Comprendre"),
    Help.WIDEN: gettext_lazy("Élargir mon regard"),
    Help.OPTIONS: gettext_lazy("Générer des options"),
    Help.DECIDE: gettext_lazy("Décider"),
    Help.PRIORITISE: gettext_lazy("Prioriser"),
    Help.PREPARE: gettext_lazy("Préparer une action"),
    Help.FEEDBACK: gettext_lazy("Recevoir un retour"),
    Help.EXPERIENCES: gettext_lazy("Entendre des expériences"),
    Help.SUPPORT: gettext_lazy("Trouver du soutien"),
    Help.QUESTION: gettext_lazy("Trouver la bonne question"),
}
"""In the client's voice, after « J’aimerais que vous m’aidiez à… »."""

ANSWERS: dict[Answer, Words] = {
    Answer.ACCORD: gettext_lazy("Accord"),
    Answer.NUANCE: gettext_lazy("Nuance"),
    Answer.CANNOT: gettext_lazy("Ne peut pas aider là-dessus"),
}
MINE: dict[Answer, Words] = {
    Answer.ACCORD: gettext_lazy("Vous avez mon accord"),
    Answer.NUANCE: gettext_lazy("J’ai une nuance"),
    Answer.CANNOT: gettext_lazy("Là-dessus, je ne peux pas aider"),
}


@dataclass(frozen=True)
class Contracting(Around):
    @property
    def helps(self) -> dict[str, str]:
        """The ten kinds of help in words, by their value."""
        return {one.value: str(words) for one, words in HELPS.items()}

    def help_of(self, terms: Terms) -> list[str]:
        """The help that a wording asks for: its kinds, then the client's own words."""
        own = self.scene.written(terms.word) if terms.word else ""
        return [*(str(HELPS[one]) for one in terms.help), *([own] if own else [])]

    def parts_of(self, terms: Terms) -> list[tuple[str, str]]:
        """What a wording says beside its question and the help: a title and the text of the client's words, those
        that were erased left out."""
        titled = [
            (_("Je voudrais repartir avec"), terms.leave_with),
            (_("Ce que je ne souhaite pas"), terms.not_wanted),
        ]
        return [(title, text) for title, text in titled if text and self.scene.written(text)]

    @property
    def answers(self) -> dict[str, str]:
        """The three answers as they are told of somebody, by their value."""
        return {one.value: str(words) for one, words in ANSWERS.items()}

    @property
    def answers_heard(self) -> dict[str, str]:
        """The same, short enough for three buttons in a row."""
        return {**self.answers, Answer.CANNOT.value: _("Ne peut pas")}

    @property
    def my_answers(self) -> dict[str, str]:
        """The three answers as one gives them, by their value."""
        return {one.value: str(words) for one, words in MINE.items()}

    @property
    def consultants(self) -> tuple[Person, ...]:
        """Who is asked for an accord, in seat order."""
        return tuple(one for one in self.seated if not one.is_client)

    def answer_of(self, seat: str) -> Answer | None:
        """What that seat answered, as far as this viewer sees it."""
        contract = self.scene.sight.contract
        return next((one.answer for one in contract.answers if one.seat == seat), None) if contract else None

    @property
    def open_said(self) -> str:
        """What is still open in step 3, for the facilitation, without blame; empty when nothing is."""
        sight = self.scene.sight
        if sight.still_open is Why.CONTRACT_OPEN:
            return _("Encore ouvert : sa demande, validée sur son appareil, ou à voix haute après la dictée.")
        if sight.still_open is not Why.AGREEMENT_OPEN or not sight.contract:
            return ""
        nuance, cannot = (
            [self.names[one.seat] for one in sight.contract.answers if one.answer is answer]
            for answer in (Answer.NUANCE, Answer.CANNOT)
        )
        to_hear = [self.names[seat] for seat in sight.contract.to_hear]
        said = [
            (
                ngettext("Une nuance à entendre : %(names)s.", "Des nuances à entendre : %(names)s.", len(nuance)),
                nuance,
            ),
            (
                ngettext(
                    "%(names)s ne peut pas aider là-dessus.", "%(names)s ne peuvent pas aider là-dessus.", len(cannot)
                ),
                cannot,
            ),
            (ngettext("Une réponse à venir : %(names)s.", "Des réponses à venir : %(names)s.", len(to_hear)), to_hear),
        ]
        open_ = [words % {"names": self.listed(names)} for words, names in said if names]
        return " ".join([_("Dit à voix haute, l’accord de tous se note d’un geste."), *open_])

    @property
    def contract_again(self) -> bool:
        """Whether the facilitation may reopen the contract in one tap: in the steps that work under it."""
        sight = self.scene.sight
        return sight.view is View.FACILITATOR and sight.step >= 4 and Stage.CONTRACT in sight.earlier
