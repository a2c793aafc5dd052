"""The one main gesture of a screen, and its companions: chosen here once, shown large in the sheet on a wide
screen and in the bottom bar on a phone (METHOD §9)."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from sizain.live import asking, planning, pocketed
from sizain.live.choosing import choosing
from sizain.live.gesture import Gesture
from sizain.live.sentences import ROUNDS as KINDS
from sizain.live.sentences import STAGES
from sizain.method.refusals import Why
from sizain.method.rounds import RoundKind
from sizain.method.seance import Role, Stage
from sizain.method.sight import Person, Sight, View

ROUNDS = frozenset({Stage.OPENING, Stage.META})
"""Stages where everybody speaks in turn: the main gesture gives the floor to the next one."""
LISTENING = frozenset({Stage.LOBBY, Stage.RETOUR, Stage.PRESENTATION, Stage.PAUSE, Stage.CLOSING, Stage.CLOSED})
"""Stages where nobody asks for the floor from their own screen."""


def next_in_round(sight: Sight) -> Person | None:
    """Who has not spoken yet in this stage, in seat order; the client first in step 6."""
    waiting = [one for one in sight.peers if one.standing == "seated" and not one.has_spoken and not one.speaks]
    waiting.sort(key=lambda one: not one.is_client)
    return waiting[0] if waiting else None


def main_gesture(sight: Sight, names: Mapping[str, str]) -> Gesture | None:
    """The main gesture of this viewer now, or None: some screens ask for nothing. `names` by seat."""
    if sight.view is View.FACILITATOR:
        return _facilitation(sight, names)
    me = sight.person(sight.seat)
    if me is None or sight.stage is Stage.CLOSED:
        return None
    if not me.charter:
        return Gesture(_("Je m’engage"), "engage")
    if me.is_named:
        return Gesture(_("J’accepte la place"), "accept-place")
    if sight.view is View.CLIENT:
        return _client(sight)
    if sight.questions is not None:
        return None
    if sight.silence is not None and not sight.silence.over:
        return None
    if me.role is Role.PEER and sight.stage not in LISTENING and not me.speaks:
        return _hand(me)
    return None


def _hand(me: Person) -> Gesture:
    if me.hand:
        return Gesture(_("Baisser la main"), "lower-hand", sign="main", pressed=True)
    return Gesture(_("Demander la parole"), "raise-hand", sign="main", pressed=False)


def _client(sight: Sight) -> Gesture | None:
    contract = sight.contract
    if sight.stage is Stage.CONTRACT and contract and contract.dictated:
        draft = contract.dictated.question
        return Gesture(_("C’est bien ma demande"), "validate-dictated", {"shown": draft}, key=draft)
    if sight.stage is Stage.SYNTHESIS and sight.synthesis:
        return planning.clients(sight.synthesis, sight.silence)
    return asking.clients(sight.questions) if sight.questions else None


def _facilitation(sight: Sight, names: Mapping[str, str]) -> Gesture | None:
    stage = sight.stage
    if stage is Stage.LOBBY:
        seated = any(one.standing == "seated" for one in sight.peers)
        return pocketed.opening(sight) if seated else None
    if stage is Stage.CLOSING:
        return Gesture(_("Clore la séance"), href="#clore")
    if stage is Stage.CLOSED:
        return None
    if stage in ROUNDS and not sight.round_held and (one := next_in_round(sight)):
        words = _("Suivant : %(name)s") % {"name": names[one.seat]}
        return Gesture(words, "give-floor", {"seat": one.seat}, key=f"next-{one.seat}")
    if stage is Stage.CHOICE and sight.client is None:
        return choosing(sight, names)
    if stage is Stage.SYNTHESIS and sight.synthesis and (planned := planning.facilitations(sight, names)):
        return planned
    return asking.facilitations(sight, names) or _exploring(sight, names) or _onward(sight)


def _exploring(sight: Sight, names: Mapping[str, str]) -> Gesture | None:
    """In step 4: the next seat of the round, then the next round, in the order that the method suggests;
    None once each kind had its round."""
    shown = sight.round
    if shown is None:
        return None
    if aloud := pocketed.rounding(sight):
        return aloud
    if shown.to_come:
        seat = shown.to_come[0]
        words = _("Suivant : %(name)s") % {"name": names[seat]}
        return Gesture(words, "give-floor", {"seat": seat}, key=f"next-{seat}")
    if shown.suggested:
        words = _("Tour suivant : %(kind)s") if shown.number else _("Ouvrir un tour : %(kind)s")
        return _opening(shown.suggested, words)
    return Gesture(_("Finir le tour"), "end-round") if shown.kind else None


def _opening(kind: RoundKind, words: str) -> Gesture:
    """Opens a round of that kind; `words` has a place for its name."""
    return Gesture(words % {"kind": KINDS[kind]}, "open-round", {"kind": kind.value}, key=kind)


def _onward(sight: Sight) -> Gesture | None:
    """On to the next stage; None while something hard is open."""
    if sight.following is None:
        return None
    there = STAGES[sight.following].full
    fields = {"from_stage": sight.stage.value}
    if sight.still_open is None:
        return Gesture(_("Suivant : %(stage)s") % {"stage": lowered(str(there))}, "advance", fields, key=sight.stage)
    if sight.still_open is Why.AGREEMENT_OPEN:
        words = _("Accord de tous, explorer")
        if sight.following is Stage.PAUSE:
            words = _("Accord de tous, faire la pause")
        shown = sight.contract.text if sight.contract and sight.contract.text else ""
        return Gesture(words, "advance", {**fields, "agreed": "yes", "shown": shown}, key="agreed")
    contract = sight.contract
    if sight.still_open is not Why.CONTRACT_OPEN:
        return None
    if contract and contract.dictated:
        draft = contract.dictated.question
        return Gesture(_("Sa phrase est validée, à voix haute"), "hear-contract", {"shown": draft}, key=draft)
    return Gesture(_("Écrire sous la dictée"), href="#dictee")


def skip_round(sight: Sight) -> Gesture | None:
    """The way out of rounds that are not over, or of a plan that is not said: on to the next stage, or, in
    step 6, where METHOD asks for the round (R14), that it was held aloud."""
    if sight.view is not View.FACILITATOR:
        return None
    if sight.stage is Stage.META:
        over = sight.round_held or not next_in_round(sight)
        return None if over else Gesture(_("Le tour est fait, à voix haute"), "hear-round", key="round", sign="coche")
    if sight.stage is Stage.SYNTHESIS:
        return None if sight.synthesis and sight.synthesis.settled else _onward(sight)
    if sight.questions and (sight.questions.waiting or sight.questions.asked):
        return _onward(sight)
    held = (sight.stage in ROUNDS and next_in_round(sight)) or _exploring(sight, {one.seat: "" for one in sight.people})
    return _onward(sight) if held else None


def lowered(words: str) -> str:
    """The same words inside a sentence."""
    return words[:1].lower() + words[1:]
