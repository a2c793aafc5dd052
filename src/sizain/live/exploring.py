"""Step 4 in words: the round, whose turn it is, what one leaves, the client's signs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from sizain.live.around import Around
from sizain.live.gestures import lowered
from sizain.live.sentences import ROUNDS, SIGNS
from sizain.method.rounds import RoundKind
from sizain.method.sight import Person, View
from sizain.method.signs import Sign

DRAWN = {Sign.ANGLE: "chemin", Sign.CONTRACT: "retour", Sign.PAUSE: "pause"}
"""The icon of each sign."""


@dataclass(frozen=True)
class Turn:
    """A place in the round for the facilitation: `over` when it is behind, `had` when the person spoke."""

    said: str
    over: bool = False
    had: bool = False


@dataclass(frozen=True)
class Exploring(Around):
    @property
    def round(self) -> str:
        """« Tour 2 : impressions », empty outside rounds."""
        shown = self.scene.sight.round
        if shown is None or shown.kind is None:
            return ""
        return _("Tour %(number)s : %(kind)s") % {"number": shown.number, "kind": ROUNDS[shown.kind]}

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """Each kind of round with its name, as on a button, in the order that the help asked for proposes."""
        shown = self.scene.sight.round
        return [(kind.value, _capital(self.kind_of(kind))) for kind in (shown and shown.order) or RoundKind]

    def kind_of(self, kind: RoundKind) -> str:
        return str(ROUNDS[kind])

    @property
    def signs(self) -> list[tuple[str, str, str]]:
        """Each sign of the client with its words and its icon."""
        return [(sign.value, str(words), DRAWN[sign]) for sign, words in SIGNS.items()]

    def lowered(self, words: str) -> str:
        """The same words inside a sentence."""
        return lowered(words)

    @property
    def my_turn(self) -> bool:
        """Whether I may pass: it is my turn in a round, or it is still to come."""
        sight = self.scene.sight
        if sight.round is None or sight.round.kind is None or sight.seat == sight.client:
            return False
        return sight.seat == sight.floor or sight.seat in sight.round.to_come

    @property
    def one_left(self) -> bool:
        """Whether my turn has left its trace, and that lock stands (R8)."""
        sight = self.scene.sight
        return sight.own.left_one and "R8" not in sight.lifted

    @property
    def may_leave_trace(self) -> bool:
        """Whether the field of a trace is there for me: one for each turn, but for who notes for others."""
        sight = self.scene.sight
        notes = sight.view is View.FACILITATOR or sight.scribe == sight.seat
        return self.scene.can("leave-trace") and (notes or not self.one_left)

    @property
    def order(self) -> str:
        """Who comes next, in the order of the round, oneself as « vous »."""
        sight = self.scene.sight
        seats = sight.round.to_come if sight.round else ()
        names = [_("vous") if seat == sight.seat else self.names[seat] for seat in seats]
        *most, last = names or [""]
        return _("%(first)s, puis %(last)s") % {"first": ", ".join(most), "last": last} if most else last

    @property
    def authors(self) -> tuple[Person, ...]:
        """Those for whom something can be noted: consultants, and the client once that lock is lifted (R7)."""
        client = "R7" in self.scene.sight.lifted
        return tuple(one for one in self.seated if (client or not one.is_client) and one.charter)

    @property
    def other_authors(self) -> tuple[Person, ...]:
        return tuple(one for one in self.authors if one.seat != self.scene.sight.seat)

    def turn(self, person: Person) -> Turn:
        """Where that person is in the round; outside rounds, whether they have spoken in this step."""
        if person.speaks:
            return Turn(_("parle"))
        turn = self._turn(person)
        return replace(turn, said=_("demande la parole")) if person.hand else turn

    def _turn(self, person: Person) -> Turn:
        shown = self.scene.sight.round
        if shown is None or shown.kind is None:
            return Turn(self.spoke(person), over=person.has_spoken)
        if person.is_client:
            return Turn(_("écoute"))
        if person.seat in shown.passed:
            return Turn(_("a passé"), over=True)
        if person.seat in shown.to_come:
            return Turn(_("ensuite") if person.seat == shown.to_come[0] else _("à venir"))
        return Turn(_("a parlé"), over=True, had=True)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
