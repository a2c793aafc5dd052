"""The main gestures of step 5: the silence, the client's yes, their plan (METHOD §9)."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from sizain.live.gesture import Gesture
from sizain.method.sight import Sight
from sizain.method.sight.synthesis import ShownSynthesis
from sizain.method.synthesis import Silence


def clients(plan: ShownSynthesis, silence: Silence | None) -> Gesture | None:
    """What is dictated waits for the client's yes; then the plan does. Nothing is asked in the silence."""
    if silence is not None and not silence.over:
        return None
    if plan.dictated:
        return Gesture(_("C’est bien mon pas"), "validate-step", {"shown": plan.dictated.id}, key=plan.dictated.id)
    if draft := plan.understanding_dictated:
        words = _("C’est bien ce que je comprends")
        return Gesture(words, "validate-understanding", {"shown": draft}, key=draft)
    if not plan.settled or plan.decants:
        return Gesture(_("C’est mon plan"), "settle-plan", sign="coche")
    return None


def facilitations(sight: Sight, names: Mapping[str, str]) -> Gesture | None:
    """The silence first; then what was said aloud; None once the client has their plan."""
    plan, silence = sight.synthesis, sight.silence
    if silence is not None and not silence.over:
        return Gesture(_("Fin du silence"), "end-silence")
    if plan and plan.dictated:
        shown = {"shown": plan.dictated.id}
        return Gesture(_("Son pas est validé, à voix haute"), "hear-step", shown, key=plan.dictated.id)
    if plan and (draft := plan.understanding_dictated):
        return Gesture(_("C’est bien cela, à voix haute"), "hear-understanding", {"shown": draft}, key=draft)
    if silence is None:
        return Gesture(_("Commencer les deux minutes de silence"), "begin-silence")
    if plan and not plan.settled and sight.client:
        words = _("%(name)s a son plan, à voix haute") % {"name": names.get(sight.client, "")}
        return Gesture(words, "hear-plan", sign="coche")
    return None
