"""What the room says at each stage, to each place at the table: a title, what happens now, what one does and
does not do. Data only (METHOD §1, §3, §9).

`%(client)s` and `%(facilitator)s` are names; no sentence puts « de » before one, nor guesses a gender.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sizain.method.seance import Stage
from sizain.method.sight import View

Words = str | Promise


@dataclass(frozen=True)
class Head:
    """The title of the sheet and the sentence under it."""

    title: Words
    lead: Words


@dataclass(frozen=True)
class Posture:
    """What a role does now, and what it leaves to later or to others."""

    does: Words
    does_not: Words


_CLOSED = Head(_("La séance est terminée."), _("Merci à chacune et à chacun."))
_BREAK = Head(_("Pause"), _("Quelques minutes loin de l’écran, puis le cercle explore."))
_LAST = Head(_("Avant de se quitter"), _("La prochaine date se dit à voix haute. Puis la salle se ferme."))
_OBSERVING = Head(
    _("Vous observez"), _("Vous regardez comment le cercle travaille, sans intervenir. Votre mot vient à l’étape 6.")
)

BESIDE = Head(
    _("À côté du cercle"),
    _("%(facilitator)s anime. Vous aidez à la technique, et l’animation peut vous revenir."),
)
"""Whoever facilitated and stands beside the ring, at any stage but the last one."""

FACILITATOR: dict[Stage, Head] = {
    Stage.LOBBY: Head(
        _("On s’installe"),
        _("Vous ouvrez quand vous le souhaitez ; le sujet se choisit ensuite, à voix haute."),
    ),
    Stage.OPENING: Head(
        _("La météo du cercle"), _("Un mot par personne, pour dire comment on arrive. On peut passer.")
    ),
    Stage.RETOUR: Head(
        _("Les nouvelles de la dernière fois"),
        _("Trois à cinq minutes, sans débat. La personne qui était cliente raconte, le cercle écoute."),
    ),
    Stage.CHOICE: Head(
        _("Qui se sent prêt ?"),
        _("Chaque sujet se dit en une minute. Puis la question, et un silence. Vous nommez ; la personne accepte."),
    ),
    Stage.PRESENTATION: Head(
        _("%(client)s expose"), _("Une seule personne parle. Le cercle écoute ; les questions viennent ensuite.")
    ),
    Stage.CLARIFICATION: Head(
        _("Comprendre avant de proposer"),
        _("Des questions courtes et ouvertes, une seule à la fois. Touchez une place pour donner la parole."),
    ),
    Stage.CONTRACT: Head(
        _("Que demande %(client)s au cercle ?"),
        _("Une phrase, dans ses mots. Le cercle reformule, puis donne son accord à voix haute."),
    ),
    Stage.PAUSE: _BREAK,
    Stage.EXPLORATION: Head(
        _("Le cercle explore"),
        _("Chaque personne parle en son nom, dans le contrat ; on peut passer. %(client)s écoute."),
    ),
    Stage.SYNTHESIS: Head(
        _("%(client)s dit ce qui se dessine"),
        _(
            "Ce que la personne comprend maintenant, puis ses pas, de zéro à trois. "
            "Laisser décanter est aussi une issue."
        ),
    ),
    Stage.META: Head(
        _("Avec quoi repart-on ?"), _("Un tour de parole, que %(client)s commence. On ne revient plus sur le sujet.")
    ),
    Stage.CLOSING: Head(
        _("Avant de se quitter"),
        _("À dire : la prochaine date, puis ce qui est gardé, pour qui et jusqu’à quand. Ensuite, la salle se ferme."),
    ),
    Stage.CLOSED: _CLOSED,
}

CONSULTANT: dict[Stage, Head] = {
    Stage.LOBBY: Head(
        _("Installez-vous"),
        _("%(facilitator)s ouvrira la séance. Il n’y a rien à préparer : le sujet se choisit ensuite, à voix haute."),
    ),
    Stage.OPENING: Head(
        _("Quel temps fait-il pour vous ?"),
        _("Un mot pour dire comment vous arrivez, quand vient votre tour. On peut passer."),
    ),
    Stage.RETOUR: Head(
        _("Les nouvelles de la dernière fois"),
        _("Trois à cinq minutes, sans débat. Une personne raconte, vous écoutez."),
    ),
    Stage.CHOICE: Head(
        _("Qui se sent prêt ?"),
        _("Chaque sujet se dit en une minute. %(facilitator)s nomme une personne, et c’est elle qui accepte."),
    ),
    Stage.PRESENTATION: Head(
        _("Regardez %(client)s"),
        _("Une situation se raconte, vous écoutez. Rien à demander pour l’instant : les questions viennent ensuite."),
    ),
    Stage.CLARIFICATION: Head(
        _("Qu’avez-vous besoin de comprendre ?"),
        _("Une question courte et ouverte, une seule à la fois. Nous questionnons avant de proposer."),
    ),
    Stage.CONTRACT: Head(
        _("Écoutez la demande"),
        _(
            "Vous la reformulez à voix haute. "
            "Puis un accord, une nuance, ou : « Là-dessus, je ne peux pas vous aider. »"
        ),
    ),
    Stage.PAUSE: _BREAK,
    Stage.EXPLORATION: Head(
        _("Ce que cela vous évoque"),
        _("Parlez en votre nom, dans le contrat ; on peut passer. %(client)s écoute et ne répond pas."),
    ),
    Stage.SYNTHESIS: Head(
        _("%(client)s dit ce qui se dessine"),
        _("Le plan est le sien. Vous l’appuyez, ou vous l’interrogez, à voix haute ; aucun pas est aussi une fin."),
    ),
    Stage.META: Head(
        _("Avec quoi repartez-vous ?"),
        _("On ne revient plus sur le sujet : dites ce que la séance a fait, à vous et au cercle."),
    ),
    Stage.CLOSING: _LAST,
    Stage.CLOSED: _CLOSED,
}

CLIENT: dict[Stage, Head] = {
    Stage.CHOICE: Head(
        _("La place du client est à vous"),
        _("%(facilitator)s ouvrira l’exposition. Vous pouvez encore laisser la place."),
    ),
    Stage.PRESENTATION: Head(
        _("Racontez, on vous écoute"),
        _("Personne ne vous interrompt. Dites ce qui compte, dans l’ordre qui vous vient."),
    ),
    Stage.CLARIFICATION: Head(
        _("Répondez comme vous l’entendez"),
        _("Une question à la fois. « Je ne sais pas » et « je passe » sont de vraies réponses."),
    ),
    Stage.CONTRACT: Head(
        _("Votre demande au cercle"),
        _("Une phrase, dans vos mots : dites-la, ou écrivez-la. Personne d’autre ne la valide."),
    ),
    Stage.EXPLORATION: Head(
        _("Écoutez, sans répondre"),
        _("Le cercle travaille pour vous ; vous n’avez rien à justifier, et pouvez toujours reprendre la parole."),
    ),
    Stage.SYNTHESIS: Head(
        _("Ce que vous comprenez maintenant"),
        _("Dites-le d’abord, puis vos pas, de zéro à trois. Laisser décanter est aussi une issue."),
    ),
    Stage.META: Head(
        _("Avec quoi repartez-vous ?"),
        _("Vous commencez. On ne revient plus sur le sujet : dites ce que la séance vous a fait."),
    ),
}
"""What differs from a consultant's; nobody is client before the choice."""

OBSERVER: dict[Stage, Head] = {
    Stage.LOBBY: Head(
        _("Installez-vous"), _("Vous observez. La personne cliente devra accepter votre présence avant l’exposition.")
    ),
    Stage.META: Head(
        _("Ce que vous avez observé"), _("Le déroulé, jamais le sujet. Quand %(facilitator)s vous donne la parole.")
    ),
    Stage.PAUSE: _BREAK,
    Stage.CLOSING: _LAST,
    Stage.CLOSED: _CLOSED,
}
"""At any other stage an observer reads the same sentence."""

AROUND: dict[Stage, Posture] = {
    Stage.OPENING: Posture(_("Disent un mot, ou passent."), _("Ne commentent pas le mot d’une autre personne.")),
    Stage.RETOUR: Posture(_("Écoutent les nouvelles."), _("Ne débattent pas, ne relancent pas.")),
    Stage.CHOICE: Posture(_("Disent un sujet en une minute, ou se taisent."), _("Ne pressent personne.")),
    Stage.PRESENTATION: Posture(
        _("Écoutent ce qui est dit, et ce qui l’est moins."), _("N’interrompent pas, ne questionnent pas encore.")
    ),
    Stage.CLARIFICATION: Posture(
        _("Questionnent pour comprendre."), _("Ne proposent rien, même sous forme de question.")
    ),
    Stage.CONTRACT: Posture(_("Reformulent, puis donnent un accord ou une nuance."), _("Ne récrivent pas la demande.")),
    Stage.EXPLORATION: Posture(
        _("Disent en leur nom ce que cela évoque : impressions, idées, expériences."),
        _("Ne débattent pas, ne défendent pas une idée."),
    ),
    Stage.SYNTHESIS: Posture(_("Soutiennent le plan, ou l’interrogent."), _("N’ajoutent plus d’idées.")),
    Stage.META: Posture(_("Disent ce que la séance leur apprend."), _("Ne reviennent pas sur le sujet.")),
}
"""Consultants, or peers while nobody is client."""

IN_THE_PLACE: dict[Stage, Posture] = {
    Stage.PRESENTATION: Posture(_("Raconte, dans l’ordre qui lui vient."), _("N’a ni à convaincre ni à conclure.")),
    Stage.CLARIFICATION: Posture(
        _("Répond brièvement ; peut dire « je ne sais pas » ou « je passe »."), _("Ne cherche pas encore de solution.")
    ),
    Stage.CONTRACT: Posture(_("Demande, et valide sa phrase."), _("Ne confie pas sa décision au cercle.")),
    Stage.EXPLORATION: Posture(
        _("Écoute, note pour soi ; peut toujours parler."), _("Ne répond pas, ne se justifie pas.")
    ),
    Stage.SYNTHESIS: Posture(_("Dit ce qui a bougé, puis ses pas."), _("Ne garde aucune idée par politesse.")),
    Stage.META: Posture(_("Commence le tour."), _("Ne revient pas sur le sujet.")),
}
"""The client."""

CHARTER: tuple[Words, ...] = (
    _("Ce qui se dit ici reste ici."),
    _("Nous parlons en notre nom, sans juger."),
    _("Nous questionnons avant de proposer, et ne cherchons à convaincre personne."),
    _("Chaque personne peut se taire, passer, ou dire stop."),
    _("Nous tenons l’heure, du début à la fin."),
    _("Prendre la place du client reste un choix."),
    _("Rien n’est enregistré, ni le son ni l’image."),
)
"""The charter on one screen (METHOD §5), short enough to be said."""

RESOURCES: tuple[Words, ...] = (
    _("112 : les urgences, partout en Europe."),
    _("3114 : souffrance et détresse, jour et nuit, appel gratuit en France."),
    _("La médecine du travail et votre médecin restent des appuis, en confidence."),
)
"""Shown when a session is suspended, unless the instance says its own."""


SILENCE: dict[View, Head] = {
    View.FACILITATOR: Head(
        _("Deux minutes de silence"), _("%(client)s relit ce qui a été dit. Vous rouvrez la parole d’un geste.")
    ),
    View.CLIENT: Head(
        _("Deux minutes de silence"),
        _("Relisez ce qui vous est venu. Gardez ce qui vous parle, laissez le reste : personne d’autre ne le saura."),
    ),
}
_STILL = Head(
    _("Deux minutes de silence"),
    _("%(client)s relit ce qui a été dit et choisit, en privé. Rien à faire, rien à dire."),
)


def head(view: View, stage: Stage, *, silent: bool = False) -> Head:
    """What that viewer reads at the top of the sheet; every seated view has words at every stage."""
    if silent:
        return SILENCE.get(view, _STILL)
    match view:
        case View.FACILITATOR:
            return FACILITATOR[stage]
        case View.CLIENT:
            return CLIENT.get(stage) or CONSULTANT[stage]
        case View.OBSERVER:
            return OBSERVER.get(stage, _OBSERVING)
        case _:
            return CONSULTANT[stage]
