"""The console on a phone: what the facilitation sees at a glance, and the two gestures beside the main one, moment by
moment (METHOD §9). All of it stands in the sheet too; the first screen of a phone holds this and the prompt alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sizain.live.gesture import Gesture
from sizain.method.seance import Stage

if TYPE_CHECKING:
    from sizain.live.telling import Telling


@dataclass(frozen=True)
class Seen:
    """A line to see: its sign, and words of the house, or with `own` words that somebody said."""

    sign: str
    words: str
    own: bool = False


def essentials(tell: Telling) -> tuple[Seen, ...]:
    """At most three things to see, what matters most first; none where nothing is to be watched."""
    match tell.scene.sight.stage:
        case Stage.LOBBY:
            lines = [Seen("cercle", tell.placed), *_charter(tell)]
        case Stage.OPENING | Stage.META:
            lines = [*_charter(tell), *_floor(tell), *_unheard(tell)]
        case Stage.CHOICE:
            lines = _choice(tell)
        case Stage.PRESENTATION:
            lines = [*_topic(tell), *_floor(tell)]
        case Stage.CLARIFICATION if tell.scene.sight.questions:
            lines = _floor(tell)
        case Stage.CONTRACT:
            lines = [*(_dictated(tell) or _request(tell)), *_open(tell)]
        case Stage.EXPLORATION:
            lines = [*_request(tell), *_round(tell), *_unheard(tell)]
        case Stage.SYNTHESIS:
            lines = [*_request(tell), *_plan(tell)]
        case Stage.PAUSE:
            lines = [Seen("pause", str(tell.head.lead))]
        case Stage.CLOSING:
            lines = [*_floor(tell), Seen("cadenas", _("Ce qui s’est dit ici reste au cercle."))]
        case _:
            lines = []
    return tuple(lines[:3])


def others(tell: Telling) -> tuple[Gesture, ...]:
    """The gestures beside the main one, two at most; « + 2 min » is in the bar, the cards are under the sentence."""
    found = _others(tell)
    return tuple(one for one in found if not one.act or tell.scene.can(one.act))


def _others(tell: Telling) -> tuple[Gesture, ...]:
    sight = tell.scene.sight
    match sight.stage:
        case Stage.LOBBY:
            return Gesture(_("Ajouter une place"), href="#ajouter"), Gesture(_("Afficher le code"), href="#rejoindre")
        case Stage.CHOICE if sight.client:
            return (Gesture(_("Reprendre le choix"), "unname-client"),)
        case Stage.CHOICE:
            again = Gesture(_("Reposer la question"), "nobody-ready", {"nobody": "no"}, "again")
            nobody = Gesture(_("Personne n’est prêt"), "nobody-ready", {"nobody": "yes"}, "nobody")
            return Gesture(_("Vote ou tirage"), href="#autrement"), again if sight.choosing.nobody else nobody
        case Stage.CLARIFICATION:
            return (Gesture(_("Mettre une idée de côté"), href="#idee"),)
        case Stage.CONTRACT:
            back = {"from_stage": sight.stage.value, "to": Stage.CLARIFICATION.value}
            questions = Gesture(_("Revenir aux questions"), "go-back", back, "questions", "retour")
            dictated = Gesture(_("Écrire sous la dictée"), href="#dictee")
            found = () if tell.main and tell.main.href == dictated.href else (dictated,)
            return (*found, questions) if Stage.CLARIFICATION in sight.earlier else found
        case Stage.EXPLORATION:
            return _under_contract(tell)
        case Stage.SYNTHESIS if sight.synthesis and not tell.silent and not sight.synthesis.settled:
            decants = Gesture(
                _("%(client)s laisse décanter") % {"client": tell.client}, "hear-plan", {"decants": "yes"}
            )
            return Gesture(_("Deux minutes de silence"), "begin-silence"), decants
        case Stage.META:
            return Gesture(_("Pour le groupe"), href="#ligne"), Gesture(_("Mes notes"), href="#page-notes")
        case Stage.CLOSING:
            return Gesture(_("Mes notes"), href="#page-notes"), Gesture(_("Pour le groupe"), href="#ligne")
        case _:
            return ()


def _under_contract(tell: Telling) -> tuple[Gesture, ...]:
    """« Ramener au contrat », « reprendre le contrat »."""
    sight = tell.scene.sight
    found = []
    if sight.contract and sight.contract.asks:
        words = _("Continuer") if sight.recalled else _("Ramener au contrat")
        found.append(Gesture(words, "recall-contract", {"recalled": "no" if sight.recalled else "yes"}))
    if Stage.CONTRACT in sight.earlier:
        back = {"from_stage": sight.stage.value, "to": Stage.CONTRACT.value}
        found.append(Gesture(_("Reprendre le contrat"), "go-back", back, "contract", "retour"))
    return tuple(found)


def _charter(tell: Telling) -> list[Seen]:
    if tell.unsigned:
        return [Seen("message", _("La charte reste à entendre par : %(names)s.") % {"names": tell.unsigned})]
    return [Seen("coche", _("La charte est entendue."))] if tell.seated and tell.scene.sight.stage == "lobby" else []


def _floor(tell: Telling) -> list[Seen]:
    return [Seen("onde", tell.parole)] if tell.parole else []


def _unheard(tell: Telling) -> list[Seen]:
    """Who has not spoken in this stage, in seat order (METHOD §9)."""
    names = [tell.names[one.seat] for one in tell.seated if not (one.has_spoken or one.speaks or one.is_client)]
    if not names:
        return []
    said = ngettext("%(names)s n’a pas encore parlé.", "%(names)s n’ont pas encore parlé.", len(names))
    return [Seen("cercle", said % {"names": tell.listed(names)})]


def _choice(tell: Telling) -> list[Seen]:
    sight = tell.scene.sight
    if sight.client:
        return [Seen("cercle", _("%(name)s prend la place du client.") % {"name": tell.client}), *_topic(tell)]
    if sight.named:
        return [Seen("message", _("La question est posée à %(name)s.") % {"name": tell.names[sight.named]})]
    names = [tell.names[topic.seat] for topic in sight.topics or () if topic.seat in tell.names]
    said = ngettext("%(names)s a écrit un sujet.", "%(names)s ont écrit un sujet.", len(names))
    brought = said % {"names": tell.listed(names)} if names else _("Les sujets se disent à voix haute.")
    linked = _("Un lien avec une personne du cercle ? La question se pose avant de choisir.")
    return [Seen("crayon", brought), Seen("cercle", linked), *_charter(tell)]


def _topic(tell: Telling) -> list[Seen]:
    topic = tell.scene.sight.client_topic
    return [Seen("drapeau", tell.scene.text(topic), own=True)] if topic else []


def _request(tell: Telling) -> list[Seen]:
    contract = tell.scene.sight.contract
    return [Seen("drapeau", tell.scene.text(contract.text), own=True)] if contract and contract.text else []


def _dictated(tell: Telling) -> list[Seen]:
    """What was taken under dictation and waits for the client's yes: the main tap is about it."""
    contract = tell.scene.sight.contract
    draft = contract.dictated if contract else None
    return [Seen("crayon", tell.scene.text(draft.question), own=True)] if draft else []


def _open(tell: Telling) -> list[Seen]:
    contract = tell.scene.sight.contract
    helps = tell.help_of(contract.terms) if contract and contract.terms else []
    return [
        *([Seen("main", ", ".join(helps))] if helps else []),
        *([Seen("cercle", tell.open_said)] if tell.open_said else []),
    ]


def _round(tell: Telling) -> list[Seen]:
    said = " · ".join(one for one in (tell.round, tell.parole) if one)
    return [Seen("cercle", said)] if said else []


def _plan(tell: Telling) -> list[Seen]:
    plan = tell.scene.sight.synthesis
    if plan is None:
        return []
    if tell.silent:
        return [Seen("onde", _("Silence : personne ne parle."))]
    if plan.settled:
        decants, has = _("%(client)s laisse décanter. C’est une fin."), _("%(client)s a son plan.")
        return [Seen("coche", (decants if plan.decants else has) % {"client": tell.client})]
    written = plan.dictated_sentence or plan.understanding_dictated
    if written:
        return [Seen("crayon", tell.scene.text(written), own=True)]
    kept = [Seen("chemin", tell.scene.text(plan.understanding), own=True)] if plan.understanding else []
    return [*kept, Seen("onde", tell.parole)]
