"""What the room says when it refuses, and the names it gives to stages: one sentence for each code."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sizain.method.choosing import TopicKind
from sizain.method.refusals import Refusal, Why
from sizain.method.rounds import RoundKind
from sizain.method.seance import Stage, step_number
from sizain.method.signs import Sign
from sizain.shell import times

Words = str | Promise

REFUSED: dict[Why, Words] = {
    Why.NOT_YOURS: _("Ce geste appartient à une autre place."),
    Why.NOT_NOW: _("Ce geste n’est plus possible à cette étape : la séance a avancé."),
    Why.CLOSED: _("La séance est terminée : plus rien ne change."),
    Why.CLIENT_PRESENTS: _(
        "À l’étape 1, la personne cliente expose et personne n’écrit au groupe. L’animation peut lever ce verrou."
    ),
    Why.QUESTIONS_ONLY: _(
        "L’étape 2 ne prend que des questions : une idée se met de côté. L’animation peut lever ce verrou."
    ),
    Why.CLIENT_LISTENS: _(
        "À l’étape 4, la personne cliente écoute et n’écrit rien au groupe. L’animation peut lever ce verrou."
    ),
    Why.NO_SUCH_SEAT: _("Cette place n’est plus là."),
    Why.FULL: _("Toutes les places sont prises. Demandez à la personne qui anime."),
    Why.NAME_TAKEN: _("Ce prénom est déjà pris dans cette séance. Ajoutez une initiale, par exemple."),
    Why.EMPTY: _("Le champ est vide : écrivez une phrase."),
    Why.TOO_LONG: _("C’est trop long."),
    Why.CHARTER_FIRST: _("La charte d’abord : elle se dit ou se signe avant tout sujet."),
    Why.NO_CLIENT: _("Personne n’a encore accepté la place du client."),
    Why.FACILITATOR_NEVER_CLIENT: _("La personne qui anime ne prend jamais la place du client."),
    Why.ONE_CLIENT: _("La place du client est déjà prise."),
    Why.TOO_FEW_TOPICS: _(
        "Un vote choisit entre deux sujets au moins, écrits par des personnes qui n’ont pas dit non aujourd’hui."
    ),
    Why.NOBODY_TO_DRAW: _("Le sort n’a personne à désigner : ni sujet écrit, ni personne qui se propose, sans un non."),
    Why.NO_SUCH_LINK: _("Ce lien n’est plus signalé."),
    Why.OBSERVER_OPEN: _("Une personne observe, et la personne cliente ne l’a pas encore acceptée."),
    Why.CONTRACT_OPEN: _("La demande n’est pas encore validée par la personne cliente."),
    Why.AGREEMENT_OPEN: _("Le cercle n’a pas encore donné son accord sur la demande."),
    Why.ROUND_OPEN: _("Le tour de l’étape 6 n’est pas fini : il se fait, ou se dit fait à voix haute."),
    Why.TAKEN_UP_TOO_LATE: _("Une séance interrompue se reprend dans les vingt-quatre heures : ce délai est passé."),
    Why.FORMS_OVER: _("Les avis s’écrivent de l’étape 6 au lendemain de la clôture. Vos mots sont toujours là."),
    Why.NOT_DICTATED: _("Il n’y a pas de phrase dictée à valider."),
    Why.DICTATION_CHANGED: _("La phrase dictée vient de changer. Relisez-la avant de la valider."),
    Why.CONTRACT_CHANGED: _("La demande vient de changer. Relisez-la, puis répondez."),
    Why.TOO_MANY_HELPS: _("Une aide, ou deux : gardez celles qui comptent le plus."),
    Why.NO_SUCH_STEP: _("Ce pas n’est plus là."),
    Why.ENOUGH_STEPS: _("Un plan tient en trois pas au plus. Retirez-en un avant d’en ajouter un autre."),
    Why.BAD_DATE: _("Cette date ne se lit pas : écrivez-la comme 03/12/2026."),
    Why.NOBODY_SEATED: _("Faites entrer au moins une personne avant d’ouvrir."),
    Why.QUOTE_CHANGED: _("Le temps a passé : ce qui était annoncé ne tient plus. Redemandez les deux minutes."),
    Why.CHOICE_NEEDED: _("Plus aucune étape ne peut payer ce temps : choisissez de dépasser ou d’entamer un plancher."),
    Why.FLOORS_SHORT: _("Ce qui reste ne suffit plus aux planchers des étapes à venir."),
    Why.TURN_TAKEN: _(
        "Cette place a déjà eu son tour. Finissez le tour, puis redonnez la parole ; l’animation peut aussi lever"
        " ce verrou."
    ),
    Why.TRACE_LEFT: _(
        "Une trace par tour : celle de cette place est là. Elle peut se reprendre ; l’animation peut lever ce verrou."
    ),
    Why.NO_DEVICE: _("Animer demande un appareil à soi : cette place n’en a pas."),
    Why.NO_DEPUTY: _("Cette personne n’a pas encore dit oui au relais."),
    Why.DEPUTY_AWAY: _(
        "Cette personne n’est plus en ligne. Attendez son retour, ou confiez le relais à quelqu’un d’autre."
    ),
    Why.STILL_THERE: _("La personne qui anime est là : il n’y a rien à reprendre."),
    Why.NO_ROUND: _("Aucun tour n’est ouvert."),
    Why.CONSULTANTS_ONLY: _("Ce geste concerne une place de consultant."),
    Why.NO_SUCH_TRACE: _("Cette trace n’est plus là."),
    Why.TRACE_SORTED: _("Le tri a commencé : cette trace ne change plus."),
    Why.NO_SUCH_IDEA: _("Cette idée n’est plus là."),
    Why.NO_SUCH_TEXT: _("Ces mots ne sont plus là."),
    Why.NO_SUCH_QUESTION: _("Cette question n’attend plus."),
    Why.SPOKEN: _("Cette séance est parlée : les questions se posent à voix haute."),
    Why.ADVICE: _("Une idée se cache peut-être dans cette question. Rien n’est parti, vos mots sont là."),
    Why.NO_SUCH_ASIDE: _("Cette ligne n’attend plus de réponse."),
    Why.FACILITATION_MOVED: _(
        "L’animation a changé de mains : rien n’est parti. Rechargez la page, puis envoyez si vous le souhaitez."
    ),
    Why.STOPPED: _("Le temps est arrêté."),
    Why.SUSPENDED: _("La séance est suspendue : rien ne change tant qu’elle n’a pas repris."),
    Why.BAD_FORMAT: _("Une séance dure de 30 à 240 minutes, et chaque étape au moins une minute."),
    Why.BAD_FORM: _("Ce formulaire est incomplet. Rechargez la page, puis recommencez."),
}

KEY_REUSED: Words = _("Ce geste a déjà été fait, avec d’autres mots. Rechargez la page pour voir où en est la séance.")
UNAVAILABLE: Words = _(
    "Ce n’est pas parti : le service ne répond pas. Vos mots sont toujours là ; recommencez dans un instant."
)
TOO_MANY_TRIES: Words = _("Il y a eu trop d’essais en peu de temps. Attendez quelques minutes, puis recommencez.")
TOO_MANY_OPENED: Words = _("Beaucoup de séances viennent d’être ouvertes d’ici. Attendez un peu, puis recommencez.")
ASKED_AGAIN: Words = _("Cet appareil a déjà une autre place dans cette séance.")


def sentence(refusal: Refusal) -> str:
    """What a person reads of a refused act, in the active language; limits are in characters or places."""
    if refusal.limit is None:
        return str(REFUSED[refusal.why])
    if refusal.why is Why.TOO_LONG:
        return ngettext(
            "C’est trop long : %(count)s caractère au plus.",
            "C’est trop long : %(count)s caractères au plus.",
            refusal.limit,
        ) % {"count": refusal.limit}
    if refusal.why is Why.FULL:
        return str(_("Les %(count)s places sont prises. Demandez à la personne qui anime.") % {"count": refusal.limit})
    return str(REFUSED[refusal.why])


@dataclass(frozen=True)
class StageNames:
    """`full` is written everywhere, `short` inside the ring alone (METHOD §11)."""

    full: Words
    short: Words


STAGES: dict[Stage, StageNames] = {
    Stage.LOBBY: StageNames(_("Accueil"), _("Accueil")),
    Stage.OPENING: StageNames(_("Ouverture"), _("Ouverture")),
    Stage.RETOUR: StageNames(_("Retour"), _("Retour")),
    Stage.CHOICE: StageNames(_("Choix du sujet"), _("Choix du sujet")),
    Stage.PRESENTATION: StageNames(_("Exposition"), _("Exposition")),
    Stage.CLARIFICATION: StageNames(_("Clarification"), _("Clarification")),
    Stage.CONTRACT: StageNames(_("Contractualisation"), _("Contrat")),
    Stage.PAUSE: StageNames(_("Pause"), _("Pause")),
    Stage.EXPLORATION: StageNames(_("Exploration"), _("Exploration")),
    Stage.SYNTHESIS: StageNames(_("Synthèse et plan d’action"), _("Synthèse, plan")),
    Stage.META: StageNames(_("Méta et évaluation"), _("Méta")),
    Stage.CLOSING: StageNames(_("Clôture"), _("Clôture")),
    Stage.CLOSED: StageNames(_("Séance terminée"), _("Merci")),
}


ROUNDS: dict[RoundKind, Words] = {
    RoundKind.UNDERSTANDINGS: _("compréhensions"),
    RoundKind.IMPRESSIONS: _("impressions"),
    RoundKind.IDEAS: _("idées"),
    RoundKind.EXPERIENCES: _("expériences"),
    RoundKind.LEADS: _("pistes"),
}
"""What a round asks for, inside a sentence."""

TOPICS: dict[TopicKind, Words] = {
    TopicKind.PROBLEM: _("un problème"),
    TopicKind.CONCERN: _("une préoccupation"),
    TopicKind.PROJECT: _("un projet"),
}
"""What a topic is, inside a sentence."""

SIGNS: dict[Sign, Words] = {
    Sign.ANGLE: _("Un autre angle"),
    Sign.CONTRACT: _("Revenir au contrat"),
    Sign.PAUSE: _("J’ai besoin d’une pause"),
}
"""What the client says with one tap."""


def where(stage: Stage) -> str:
    """Where a stage stands beside the six: « Étape 4 sur 6 », « Avant l’étape 1 »."""
    number = step_number(stage)
    if number:
        return str(_("Étape %(number)s sur 6") % {"number": number})
    match stage:
        case Stage.LOBBY:
            return str(_("Avant de commencer"))
        case Stage.PAUSE:
            return str(_("Avant l’étape 4"))
        case Stage.CLOSING | Stage.CLOSED:
            return str(_("Après l’étape 6"))
        case _:
            return str(_("Avant l’étape 1"))


def retention(days: int, erased_at: int) -> str:
    """The one sentence of retention, with its date; `erased_at` in milliseconds (METHOD §10)."""
    said = ngettext(
        "Ce qui a été dit et écrit en séance s’efface %(days)s jour après sa clôture, notes privées comprises."
        " Ici : le %(day)s.",
        "Ce qui a été dit et écrit en séance s’efface %(days)s jours après sa clôture, notes privées comprises."
        " Ici : le %(day)s.",
        days,
    )
    return said % {"days": days, "day": times.day(erased_at)}
