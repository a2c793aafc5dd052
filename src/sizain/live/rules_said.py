"""The rules in words: what each act is called, and what each lifted lock was. `docs/deroulement.md` and the help of
each screen are written from the table of `method.rules` with these words and nothing else."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sizain.method.register import CONTRACT_RULE, END_RULE, FLOORS_RULE, ROUND_RULE
from sizain.method.rules import Posture

Words = str | Promise

ACTS: dict[str, Words] = {
    "enter": _("demander une place"),
    "engage": _("s’engager dans la charte"),
    "leave": _("quitter la séance"),
    "come-back": _("demander à revenir"),
    "raise-hand": _("demander la parole"),
    "lower-hand": _("baisser la main"),
    "deposit-topic": _("proposer un sujet"),
    "withdraw-topic": _("retirer son sujet"),
    "say-ready": _("se proposer pour la place du client"),
    "accept-place": _("accepter la place du client"),
    "decline-place": _("laisser la place du client"),
    "change-topic": _("changer de sujet"),
    "accept-observer": _("accepter une personne qui observe"),
    "validate-contract": _("écrire et valider sa demande"),
    "validate-dictated": _("valider la demande écrite sous sa dictée"),
    "choose-format": _("choisir la durée"),
    "admit": _("faire entrer une personne"),
    "keep-waiting": _("faire patienter une personne à la porte"),
    "refuse": _("refuser une personne à la porte"),
    "remove": _("retirer une personne de la séance"),
    "add-seat": _("ajouter une place par prénom"),
    "hand-seat": _("reprendre sa place sur un autre appareil"),
    "excuse": _("noter une absence excusée"),
    "renew-code": _("changer le code de la séance"),
    "name-observer": _("mettre une place en observation"),
    "hear-observer-accepted": _("noter que le client accepte une personne qui observe"),
    "hear-charter": _("noter que la charte a été dite"),
    "open": _("ouvrir la séance"),
    "advance": _("passer à la suite"),
    "go-back": _("revenir à une étape"),
    "name-client": _("proposer la place du client à une personne"),
    "unname-client": _("reprendre le choix"),
    "hear-acceptance": _("noter qu’une personne accepte la place du client"),
    "give-floor": _("donner la parole"),
    "free-floor": _("libérer la parole"),
    "dictate-contract": _("écrire la demande sous la dictée"),
    "set-dictated-aside": _("laisser de côté ce qui a été dicté"),
    "answer-contract": _("dire son accord, une nuance, ou que l’on ne peut pas aider"),
    "hear-answer": _("noter la réponse d’une personne à la demande"),
    "hear-agreement": _("noter l’accord de tous, dit à voix haute"),
    "hear-contract": _("noter que le client valide sa demande"),
    "park-idea": _("mettre une idée de côté"),
    "post-question": _("écrire une question"),
    "take-back-question": _("reprendre sa question tant qu’elle attend"),
    "park-question": _("mettre de côté une question qui porte une idée"),
    "ask-question": _("choisir la question suivante"),
    "answer-question": _("dire que l’on a répondu, ou que l’on passe"),
    "hear-question": _("noter que le client a répondu, ou qu’il passe"),
    "let-idea-go": _("laisser partir une idée mise de côté"),
    "trace-idea": _("faire d’une idée mise de côté une trace"),
    "open-round": _("ouvrir un tour"),
    "end-round": _("terminer un tour"),
    "pass-turn": _("passer son tour"),
    "leave-trace": _("laisser une trace d’une phrase"),
    "take-back-trace": _("reprendre une trace"),
    "mark-trace": _("mettre une trace sous enveloppe, hors du contrat"),
    "recall-contract": _("ramener au contrat"),
    "open-envelope": _("ouvrir l’enveloppe"),
    "hear-envelope": _("noter que le client ouvre l’enveloppe"),
    "name-scribe": _("confier la plume à une place"),
    "make-sign": _("faire signe à l’animation"),
    "hear-sign": _("faire savoir que le signe est vu"),
    "begin-silence": _("ouvrir deux minutes de silence"),
    "end-silence": _("terminer le silence"),
    "write-understanding": _("écrire ce que l’on comprend maintenant"),
    "validate-understanding": _("valider ce qui a été écrit sous sa dictée"),
    "dictate-understanding": _("écrire sous la dictée ce que le client comprend"),
    "hear-understanding": _("noter que le client dit oui à ce qu’il a dicté"),
    "write-step": _("écrire un pas de son plan"),
    "validate-step": _("valider un pas écrit sous sa dictée"),
    "withdraw-step": _("retirer un pas de son plan"),
    "show-step": _("choisir qui voit un pas"),
    "pair-step": _("choisir un pair d’appui"),
    "settle-plan": _("dire que c’est son plan, ou le laisser décanter"),
    "answer-step": _("appuyer un pas, ou l’interroger"),
    "discard-step": _("laisser de côté un pas dicté"),
    "dictate-step": _("écrire un pas sous la dictée"),
    "hear-step": _("noter que le client valide un pas"),
    "hear-step-withdrawn": _("noter que le client retire un pas"),
    "hear-pair": _("noter le pair d’appui d’un pas"),
    "hear-step-answer": _("noter qui appuie un pas, ou l’interroge"),
    "hear-plan": _("noter que le client a son plan, ou le laisse décanter"),
    "hear-round": _("noter que le tour de l’étape 6 est fait"),
    "note-line": _("noter une ligne pour le groupe"),
    "withdraw-line": _("retirer sa ligne"),
    "lift-lock": _("lever un verrou d’écriture pour cette étape"),
    "extend": _("ajouter deux minutes"),
    "pause": _("mettre le temps en pause"),
    "resume": _("reprendre le temps"),
    "say-not-well": _("dire à l’animation seule que cela ne va pas"),
    "take-back-not-well": _("dire que cela va mieux"),
    "hear-not-well": _("faire savoir que vous l’avez vu"),
    "suspend": _("suspendre la séance"),
    "end-suspension": _("reprendre après une suspension"),
    "stop-quietly": _("arrêter le temps sans rien montrer"),
    "close": _("clore la séance"),
    "interrupt": _("interrompre la séance"),
    "take-up": _("reprendre une séance interrompue"),
    "erase-text": _("effacer un texte qui est de soi"),
    "erase-consultation": _("effacer toute sa consultation"),
}
"""Each act of the table, as one reads it after « vous pouvez » (tested: none is missing)."""

POSTURES: dict[Posture, Words] = {
    Posture.WAITING: _("à la porte"),
    Posture.FACILITATOR: _("animation"),
    Posture.CLIENT: _("client"),
    Posture.CONSULTANT: _("consultants"),
    Posture.OBSERVER: _("observation"),
    Posture.AWAY: _("place quittée"),
}

LIFTED: dict[str, Words] = {
    "R4": _("L’étape 2 a été ouverte à des idées écrites, et pas seulement à des questions."),
    "R6": _("L’étape 1 a été ouverte à ce que l’on écrit pour le groupe."),
    "R7": _("L’étape 4 a été ouverte à ce que la personne cliente écrit."),
    "R8": _("Les tours de l’étape 4 ont été ouverts à une seconde prise de parole, et à une seconde trace."),
    CONTRACT_RULE: _("La suite s’est ouverte sans attendre que la demande soit validée et acceptée par le cercle."),
    FLOORS_RULE: _("Du temps a été repris sur le plancher d’une étape."),
    ROUND_RULE: _("La clôture s’est ouverte sans que le tour de l’étape 6 soit allé jusqu’au bout."),
    END_RULE: _("La séance a choisi de dépasser l’heure de fin annoncée."),
}
"""What the register says of each lock: a choice of the facilitation, and nobody's name (R26)."""

LIFTING: dict[str, Words] = {
    "R4": _("Laisser écrire une idée dès maintenant"),
    "R6": _("Laisser écrire pendant l’exposition"),
    "R7": _("Laisser la personne cliente écrire"),
    "R8": _("Permettre un second tour, une seconde trace"),
}
"""What lifting a lock on posting is called, on the facilitation's button."""

OPENS: dict[str, Words] = {
    "R4": _("Chaque place pourra laisser une trace ; elle attendra le tri de l’étape 5."),
    "R6": _("Chaque place pourra laisser une trace ; elle attendra le tri de l’étape 5."),
    "R7": _("La personne cliente pourra laisser une trace, qui l’attendra avec les autres."),
    "R8": _("Une place pourra reprendre la parole dans le même tour, et y laisser plus d’une trace."),
}
"""What it changes, until the step is left."""

REASONS: dict[str, Words] = {
    "R1": _("Une personne cliente par consultation ; jamais celle qui anime."),
    "R2": _("La demande appartient à la personne cliente : elle seule la valide."),
    "R3": _("Le cercle donne son accord avant d’explorer."),
    "R4": _("L’étape 2 ne prend que des questions ; une idée attend son heure."),
    "R6": _("À l’étape 1, la personne cliente expose ; personne n’écrit au groupe."),
    "R7": _("À l’étape 4, la personne cliente écoute et n’écrit rien au groupe."),
    "R8": _("Une prise de parole par tour, et l’on peut passer."),
    "R11": _("Ce qui sort du contrat attend le oui de la personne cliente."),
    "R9": _("Ni réponses, ni votes, ni classement, ni décompte."),
    "R12": _("Le plan appartient à la personne cliente : elle seule le valide."),
    "R14": _("Le tour de l’étape 6 se fait avant la clôture ; la personne cliente commence."),
    "R17": _("La charte se dit ou se signe avant tout sujet."),
    "R21": _("Chaque personne efface ses mots quand elle le veut, et la personne cliente sa consultation."),
    "R22": _("Qui observe est annoncé, et accepté par la personne cliente avant l’étape 1."),
    "R23": _("La sécurité d’abord : suspendre arrête le temps et les gestes, d’un coup."),
    "R26": _("Un verrou levé est un choix de l’animation ; il s’inscrit au registre, et ne nomme personne."),
    "§1": _("Qui entre et qui sort, l’animation le décide."),
    "§2": _("L’heure de fin est tenue ; l’animation avance et revient à la main."),
    "§3": _("Chaque étape a ses gestes ; la parole se demande, et l’animation la donne."),
    "§7": _("Une place ne dépend d’aucun appareil."),
}
"""Why each act has its rule: one sentence for each source that the table names (tested)."""
