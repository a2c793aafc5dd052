"""The mirror in words: what the page for the facilitation and its exports say of `method.mirror`.

Never how long somebody spoke, and no order among people (METHOD §9). Without `names` nobody is in it: that is what the
file of the mirror says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sizain.live.gestures import lowered
from sizain.live.rules_said import LIFTED
from sizain.live.sentences import ROUNDS, STAGES, Words, where
from sizain.method.mirror import Against, Ended, Given, HeldRound, LastRound, Mirror, Pace, Said, Speech, StepTime
from sizain.method.seance import Stage, step_number
from sizain.shell import times

AGAINST: dict[Against, Words] = {
    Against.SKIPPED: gettext_lazy("n’a pas eu lieu"),
    Against.SHORTER: gettext_lazy("plus courte que prévu"),
    Against.AS_PLANNED: gettext_lazy("comme prévu"),
    Against.LONGER: gettext_lazy("plus longue que prévu"),
    Against.UNPLANNED: gettext_lazy("sans durée prévue"),
}
ENDED: dict[Ended, Words] = {
    Ended.WHOLE: gettext_lazy("chaque place a eu son tour"),
    Ended.WITH_PASSES: gettext_lazy("le tour est allé au bout, avec des places qui ont passé"),
    Ended.CUT_SHORT: gettext_lazy("le tour s’est arrêté avant la dernière place"),
}
LAST_ROUND: dict[LastRound, Words] = {
    LastRound.BY_THE_FLOOR: gettext_lazy("Le tour de l’étape 6 a été tenu, place par place."),
    LastRound.ALOUD: gettext_lazy("Le tour de l’étape 6 a été tenu, dit à voix haute."),
    LastRound.SKIPPED: gettext_lazy("Le tour de l’étape 6 n’est pas allé au bout ; c’était un choix."),
    LastRound.NOT_HELD: gettext_lazy("Le tour de l’étape 6 n’a pas eu lieu."),
}
SAID: dict[Said, Words] = {
    Said.NEVER: gettext_lazy("n’a pas eu la parole"),
    Said.BRIEFLY: gettext_lazy("a eu quelques mots"),
    Said.EVENLY: gettext_lazy("a eu sa part de parole"),
    Said.LONG: gettext_lazy("a tenu la parole longtemps"),
}
GIVEN: dict[Given, Words] = {
    Given.NEVER: gettext_lazy("La parole n’a pas été donnée d’ici : cette page ne peut rien en dire."),
    Given.LITTLE: gettext_lazy(
        "La parole n’a été donnée d’ici que quelques instants : c’est trop peu pour en dire quelque chose."
    ),
    Given.PARTLY: gettext_lazy(
        "La parole n’a été donnée d’ici que par moments : ce qui suit ne parle que de ces moments."
    ),
    Given.MOSTLY: gettext_lazy("D’après la parole telle que vous l’avez donnée, et rien d’autre."),
}

HANDED: dict[bool, Words] = {
    False: gettext_lazy("L’animation a changé de mains, %(stage)s."),
    True: gettext_lazy("L’animation a été reprise par la personne de relais, %(stage)s."),
}
"""By whether it was taken over while the one before was away."""


@dataclass(frozen=True)
class StepSaid:
    """One step of the time table; `planned` and `held` are minutes in words."""

    stage: Stage
    number: int
    name: str
    planned: str
    held: str
    against: str


def steps(mirror: Mirror) -> list[StepSaid]:
    """Each step, in the order of the thread."""
    return [_step(one) for one in mirror.steps]


def _step(one: StepTime) -> StepSaid:
    planned = times.minutes(one.planned_s) if one.planned_s else "–"
    held = times.minutes(round(one.held_ms / 60_000) * 60) if one.held_ms else "–"
    if 0 < one.held_ms < 30_000:
        held = _("moins d’une minute")
    name, number = str(STAGES[one.stage].full), step_number(one.stage)
    return StepSaid(one.stage, number, name, planned, held, str(AGAINST[one.against]))


def summary(mirror: Mirror) -> str:
    """When the session was held and how long it lasted, in a sentence."""
    if mirror.opened_at is None:
        return _("Cette séance ne s’est pas ouverte : il n’y a pas de temps à refléter.")
    began, ended = times.clock(mirror.opened_at), times.clock(mirror.ended_at)
    lasted = times.hours(round(mirror.lasted_ms / 60_000))
    return _("De %(began)s à %(ended)s : %(lasted)s de séance.") % {"began": began, "ended": ended, "lasted": lasted}


def course(mirror: Mirror) -> list[str]:
    """What happened to the time beside the steps: ways back, extensions, stops, silence; one sentence each."""
    said = [
        _("Une boucle : %(left)s, puis de nouveau %(to)s.") % {"left": _inside(one.left), "to": _inside(one.to)}
        for one in mirror.loops
    ]
    stages = list(dict.fromkeys(one.stage for one in mirror.extended))
    for stage in stages:
        seconds = sum(one.seconds for one in mirror.extended if one.stage is stage)
        said.append(_("Temps ajouté, %(stage)s : %(time)s.") % {"stage": _inside(stage), "time": _time(seconds)})
    said += [
        _("Ce qui restait a été réparti de nouveau, %(stage)s.") % {"stage": _inside(stage)}
        for stage in mirror.shared_in
    ]
    said += [str(HANDED[one.taken]) % {"stage": _inside(one.stage)} for one in mirror.handed]
    said += [
        words % {"time": _time(mirror.stopped_ms(pace) // 1000)}
        for pace, words in (
            (Pace.PAUSED, _("En pause pour tout le cercle : %(time)s.")),
            (Pace.STOPPED, _("Temps arrêté sans rien montrer : %(time)s.")),
            (Pace.SUSPENDED, _("Séance suspendue : %(time)s.")),
        )
        if mirror.stops(pace)
    ]
    if mirror.silence_ms:
        said.append(_("En silence : %(time)s.") % {"time": _time(mirror.silence_ms // 1000)})
    return said or [_("Ni retour en arrière, ni temps ajouté, ni pause.")]


def rounds(mirror: Mirror) -> list[str]:
    """Each round of step 4, then that of step 6; one sentence each."""
    said = [_round(number, one) for number, one in enumerate(mirror.rounds, start=1)]
    if not said and any(one.stage is Stage.EXPLORATION and one.held_ms for one in mirror.steps):
        said = [_("L’exploration s’est passée sans tour ouvert d’ici.")]
    return [*said, str(LAST_ROUND[mirror.last_round])]


def _round(number: int, one: HeldRound) -> str:
    return _("Tour %(number)s, %(kind)s : %(ended)s.") % {
        "number": number,
        "kind": ROUNDS[one.kind],
        "ended": ENDED[one.ended],
    }


def locks(mirror: Mirror) -> list[tuple[str, str]]:
    """Each lifted lock in words, and when, as the register says it."""
    return [(str(LIFTED[one.rule]), f"{where(one.stage)}, {times.clock(one.at)}") for one in mirror.lifts]


def given(speech: Speech) -> str:
    """What this page can tell of the floor at all."""
    return str(GIVEN[speech.given])


def shares(speech: Speech) -> list[tuple[str, str]]:
    """Each peer's seat with what it had of the floor, in seat order."""
    return [
        (one.seat, str(SAID[one.said]) if one.said else _("place du client : sa parole ne se compare pas"))
        for one in speech.shares
    ]


def spread(speech: Speech) -> str:
    """How the floor went round, of nobody in particular: for a file that leaves the room."""
    had = [one.said for one in speech.shares if one.said is not None]
    if not had:
        return ""
    if all(one is Said.NEVER for one in had):
        return _("Aucune place de consultant n’a eu la parole.")
    if Said.NEVER in had:
        return _("La parole n’est pas passée par toutes les places.")
    if Said.LONG in had or Said.BRIEFLY in had:
        return _("La parole est passée par chaque place, plus longtemps par certaines.")
    return _("La parole est passée par chaque place, à parts voisines.")


def _inside(stage: Stage) -> str:
    return lowered(str(STAGES[stage].full))


def _time(seconds: int) -> str:
    """A length in words: whole minutes, or seconds below two."""
    if seconds < 120:
        return ngettext("%(count)s seconde", "%(count)s secondes", seconds) % {"count": seconds}
    return times.minutes_words(round(seconds / 60) * 60)


def markdown(mirror: Mirror, day: str) -> str:
    """The whole mirror as a text that holds no name and no word of the session."""
    table = [
        f"| {_('Étape')} | {_('Prévu')} | {_('Tenu')} | |",
        "|---|---|---|---|",
        *(f"| {one.name} | {one.planned} | {one.held} | {one.against} |" for one in steps(mirror)),
    ]
    lifted = [f"{words} ({when})" for words, when in locks(mirror)]
    floor = " ".join(filter(None, (given(mirror.speech), spread(mirror.speech))))
    parts = [
        f"# {_('Miroir de séance')}",
        f"{day}. {summary(mirror)}",
        *(["\n".join(table)] if mirror.steps else []),
        *_part(_("Le fil"), course(mirror)),
        *_part(_("Les tours"), rounds(mirror)),
        *_part(_("Les verrous levés"), lifted or [_("Rien : aucun verrou de la méthode n’a été levé.")]),
        *_part(_("La parole"), [floor]),
    ]
    return "\n\n".join(parts if mirror.opened_at is not None else parts[:2]) + "\n"


def _part(title: str, lines: Sequence[str]) -> list[str]:
    return [f"## {title}", "\n".join(f"- {line}" for line in lines)]
