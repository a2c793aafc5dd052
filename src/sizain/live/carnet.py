"""The two papers of a séance, once it is closed: the client's carnet, and the session's synthesis for the others
(METHOD §3, After; §10). Both say what the sight of who asks holds, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sizain.live.scene import Scene
from sizain.live.sorted_out import given
from sizain.method.contract import Terms
from sizain.method.sight import View
from sizain.method.sight.synthesis import ShownStep
from sizain.papers.paper import Detail, Fact, Listed, Paper, Part, Plain, Quote, Said, Section, Step
from sizain.shell import times

READERS = frozenset({View.FACILITATOR, View.CONSULTANT, View.OBSERVER})
"""Who takes the synthesis away; the client has the carnet."""


def carnet(
    scene: Scene, marks: Mapping[str, str], drafts: Mapping[str, tuple[str, int]], handed: tuple[str, ...], now: int
) -> Paper:
    """The client's own: their topic, their sheet, their request, what they kept, what they understand, their plan, and
    the sentences that consultants handed to them. `marks` and `drafts` are theirs; their notes stay on their page.
    `now` in milliseconds."""
    sections = (
        _topic(scene),
        _sheet(drafts),
        _request(scene),
        _given(scene, marks),
        _understanding(scene),
        _plan(scene, _("Mon plan"), whole=True),
        Section(6, _("Ce que d’autres retiennent, et me donnent"), (Listed("", handed),) if handed else ()),
    )
    name, title = _("Carnet"), _("Carnet, séance du %(day)s")
    return _Making(scene, now).paper(name, title, (), sections, _("Ce carnet vous appartient."))


def synthesis(scene: Scene, now: int) -> Paper:
    """What the client shares with all the others, the same for each of them: the question of the request, and of each
    step that is shared its sentence, its day and who helps. `now` in milliseconds."""
    peers = [one for one in scene.sight.peers if one.standing == "seated" and not one.is_client]
    names = scene.tell.listed(scene.name(one.seat) for one in peers)
    around = (Fact(_("Consultants"), names, "consultant"),) if names else ()
    contract = scene.sight.contract
    asked = _question(scene, contract.terms) if contract and contract.terms else ()
    sections = (Section(3, _("La demande"), asked), _plan(scene, _("Le plan"), whole=False))
    name, title = _("Synthèse de séance"), _("Synthèse, séance du %(day)s")
    return _Making(scene, now).paper(name, title, around, sections, "")


@dataclass(frozen=True)
class _Making:
    scene: Scene
    now: int

    def paper(self, name: str, title: str, around: tuple[Fact, ...], sections: tuple[Section, ...], foot: str) -> Paper:
        tell = self.scene.tell
        filled = tuple(one for one in sections if one.parts) or (self._nothing(),)
        over = " · ".join([_("Séance du %(day)s") % {"day": self.day}, *(one.rstrip(".") for one in tell.labels)])
        last = (_("Confidentiel."), foot, tell.retention(self.now))
        return Paper(
            name=name,
            over=over,
            title=title % {"day": self.day},
            language=(get_language() or "fr")[:2],
            facts=self._facts(around),
            sections=filled,
            foot=" ".join(one for one in last if one),
        )

    @property
    def day(self) -> str:
        return times.day(self.scene.sight.ended.at if self.scene.sight.ended else self.now)

    def _facts(self, around: tuple[Fact, ...]) -> tuple[Fact, ...]:
        tell = self.scene.tell
        client = (Fact(_("Client"), tell.client, "client"),) if self.scene.sight.client else ()
        leads = (Fact(_("Animation"), tell.facilitator, "facilitator"),) if tell.facilitator else ()
        return (*client, *around, *leads)

    def _nothing(self) -> Section:
        if not self.scene.sight.consultation_erased:
            said = _("Cette séance n’a rien laissé ici.")
        elif self.scene.sight.view is View.CLIENT:
            said = _("Vous avez effacé votre consultation : ses mots ne sont plus là.")
        else:
            said = _("La personne cliente a effacé sa consultation : ses mots ne sont plus là.")
        return Section(0, _("La consultation"), (Plain(said),))


def _topic(scene: Scene) -> Section:
    topic = scene.sight.client_topic
    words = scene.written(topic) if topic else ""
    return Section(1, _("Mon sujet"), (Said(words),) if words else ())


def _sheet(drafts: Mapping[str, tuple[str, int]]) -> Section:
    titled = [
        (_("Les faits"), "facts"),
        (_("Les acteurs, par leur rôle"), "actors"),
        (_("Ce qui me gêne"), "bothers"),
        (_("La question que je me pose"), "asks"),
    ]
    return Section(1, _("Ma fiche"), tuple(Detail(label, drafts[one][0]) for label, one in titled if drafts[one][0]))


def _request(scene: Scene) -> Section:
    contract = scene.sight.contract
    terms = contract.terms if contract else None
    if terms is None:
        return Section(3, _("Ma demande"), ())
    parts: list[Part] = [*_question(scene, terms)]
    if wanted := scene.tell.help_of(terms):
        parts.append(Detail(_("L’aide demandée"), ", ".join(wanted)))
    parts += [Detail(label, scene.text(text)) for label, text in scene.tell.parts_of(terms)]
    return Section(3, _("Ma demande"), tuple(parts))


def _question(scene: Scene, terms: Terms) -> tuple[Part, ...]:
    words = scene.written(terms.question)
    return (Quote(scene.tell.quoted(words)),) if words else ()


def _given(scene: Scene, marks: Mapping[str, str]) -> Section:
    groups = (group for group in given(scene, marks) if not group.aside)
    listed = (Listed(one.label, tuple(scene.text(text) for text in one.texts)) for one in groups)
    return Section(4, _("Ce que le cercle m’a donné"), tuple(listed))


def _understanding(scene: Scene) -> Section:
    kept = scene.sight.synthesis
    words = scene.written(kept.understanding) if kept and kept.understanding else ""
    return Section(5, _("Ce que je comprends maintenant"), (Said(words),) if words else ())


def _plan(scene: Scene, title: str, *, whole: bool) -> Section:
    kept = scene.sight.synthesis
    if kept is None:
        return Section(5, title, ())
    shown = [step for step in kept.steps if _stands(scene, step, whole=whole)]
    steps = tuple(_step(scene, number, step, whole=whole) for number, step in enumerate(shown, start=1))
    aloud = _("Le plan se laisse décanter.") if kept.decants else _("Un plan, dit à voix haute.")
    return Section(5, title, steps or ((Plain(aloud),) if kept.settled else ()))


def _stands(scene: Scene, step: ShownStep, *, whole: bool) -> bool:
    """Whether a step is in a paper: with its sentence, or, in the client's own, with anything that is left of it. What
    was erased leaves no trace there (R21)."""
    texts = step.texts.ids if whole else (step.texts.text,)
    return (whole or step.shared) and any(scene.written(text) for text in texts if text)


def _step(scene: Scene, number: int, step: ShownStep, *, whole: bool) -> Step:
    texts = step.texts
    beside = [(_("Quand"), texts.when and scene.written(texts.when) and scene.tell.date(texts.when))]
    if whole:
        titled = [
            (_("Ce qui pourrait gêner"), texts.obstacle),
            (_("Je le verrai à"), texts.sign),
            (_("Premier pas"), texts.first),
            (_("Confiance, de 0 à 10"), texts.confidence),
        ]
        beside += [(label, text and scene.written(text)) for label, text in titled]
    beside.append((_("Pair d’appui"), step.peer and scene.name(step.peer)))
    words = scene.text(texts.text) if texts.text else ""
    said = tuple(Detail(label, text) for label, text in beside if text)
    return Step(_("Pas %(number)s") % {"number": number}, words, said)
