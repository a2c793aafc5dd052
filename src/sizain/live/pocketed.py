"""One device for everybody, the phones in the pockets (METHOD §7): one press holds what is said in one breath."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sizain.live.gesture import Gesture
from sizain.live.guide import Head
from sizain.live.sentences import ROUNDS
from sizain.method.seance import Stage
from sizain.method.sight import Person, Sight

HEADS: dict[Stage, Head] = {
    Stage.CLARIFICATION: Head(
        gettext_lazy("Donner la parole"),
        gettext_lazy("Un seul appareil : les téléphones restent dans les poches. Touchez un prénom."),
    ),
}
"""What the facilitation reads in the place of what is said to circles with devices."""


def pocketed(sight: Sight) -> bool:
    """Whether the circle sits without any device of its own: what is confirmed is said aloud."""
    seated = _seated(sight)
    return bool(seated) and not any(one.own_device for one in seated)


def opening(sight: Sight) -> Gesture:
    """The charter is said with the opening when those who have not signed it could not sign it elsewhere (R17)."""
    unsigned = [one for one in _seated(sight) if not one.charter]
    if unsigned and not any(one.own_device for one in unsigned):
        return Gesture(_("La charte est dite, ouvrir la séance"), "open", {"charter": "yes"}, key="charter")
    return Gesture(_("Ouvrir la séance"), "open")


def rounding(sight: Sight) -> Gesture | None:
    """In step 4, a round that is spoken through without a press for each; None where somebody follows on a device,
    and needs to read whose turn it is."""
    shown = sight.round
    if shown is None or not shown.to_come or not pocketed(sight):
        return None
    if shown.suggested is None:
        return Gesture(_("Tour fait, à voix haute"), "end-round", {"heard": "yes"}, key="heard")
    words = _("Tour fait, suivant : %(kind)s") % {"kind": ROUNDS[shown.suggested]}
    return Gesture(words, "open-round", {"kind": shown.suggested.value, "heard": "yes"}, key=shown.suggested)


def _seated(sight: Sight) -> list[Person]:
    return [one for one in sight.people if one.standing == "seated"]
