"""Scene in words: what templates say of a sight, so that they hold markup and hardly any reasoning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property

from django.utils.translation import gettext as _
from markupsafe import Markup

from sizain.live import asking, gestures, glance, guide, pocketed
from sizain.live.aloud import Moment, aloud
from sizain.live.choosing import Choosing
from sizain.live.contracting import Contracting
from sizain.live.exploring import Exploring
from sizain.live.gesture import Gesture
from sizain.live.helping import Help, help_for
from sizain.live.qr import qr
from sizain.live.questions import QUESTIONS, READ_BY, SENTENCE
from sizain.live.rules_said import LIFTED, LIFTING, OPENS
from sizain.live.sentences import STAGES, StageNames, retention, where
from sizain.live.timing import Timing
from sizain.method.formats import notes_on, proposed_for_remote
from sizain.method.forms import Form
from sizain.method.removal import kept_days
from sizain.method.rules import Posture, locks_at
from sizain.method.seance import STAGES as ORDER
from sizain.method.seance import Place, Stage, Way, step_number
from sizain.method.sight import View
from sizain.method.sight.meta import ShownLine
from sizain.shell import times

DAY_MS = 24 * 3600 * 1000


@dataclass(frozen=True)
class Line:
    """One role of the consigne, with what it does and does not do now."""

    role: str
    many: bool
    does: str
    does_not: str


@dataclass(frozen=True)
class Telling(Choosing, Contracting, Exploring, Timing):
    """What the seats do not say: the stage, the guide, what is kept."""

    @property
    def stage(self) -> StageNames:
        return STAGES[self.scene.sight.stage]

    def name_of(self, stage: Stage) -> str:
        """A stage's full name."""
        return str(STAGES[stage].full)

    @property
    def inside(self) -> str:
        """The stage's name as it goes inside a sentence."""
        return gestures.lowered(str(self.stage.full))

    @property
    def where(self) -> str:
        return where(self.scene.sight.stage)

    @property
    def done(self) -> int:
        """How many of the six steps are behind."""
        place = ORDER.index(self.scene.sight.stage)
        return max((step_number(stage) for stage in ORDER[:place]), default=0)

    @cached_property
    def head(self) -> guide.Head:
        """Title and sentence of the sheet, names in place."""
        view = self.scene.sight.view
        written = asking.HEADS.get(view) if self.scene.sight.questions else None
        stage = self.scene.sight.stage
        together = pocketed.HEADS.get(stage) if view is View.FACILITATOR and self.pocketed else None
        found = written or together or guide.head(view, stage, silent=self.silent)
        if self.beside and not self.silent:
            found = guide.BESIDE
        names = {"client": self.client, "facilitator": self.facilitator}
        return guide.Head(_capital(str(found.title) % names), _capital(str(found.lead) % names))

    @property
    def tags(self) -> Mapping[str, str]:
        """What a written question may be after."""
        return {tag.value: str(words) for tag, words in asking.TAGS.items()}

    @property
    def openers(self) -> list[str]:
        return [str(words) for words in asking.OPENERS]

    @property
    def resources(self) -> list[str]:
        """Where to find help, one line each: the instance's own, or those that hold in France and in Europe."""
        own = [line.strip() for line in self.scene.configuration.resources.split("|") if line.strip()]
        return own or [str(line) for line in guide.RESOURCES]

    @property
    def register(self) -> list[tuple[str, str]]:
        """Each lifted lock in words, and when: its step and the time of day."""
        return [
            (str(LIFTED[one.rule]), f"{where(one.stage)}, {times.clock(one.at)}") for one in self.scene.sight.register
        ]

    @property
    def help(self) -> Help:
        """What this place can do now, and what is kept for later or for others: the help of the screen."""
        sight = self.scene.sight
        return help_for(Posture(sight.view.value), sight.stage, sight.acts, sight.lifted)

    @property
    def locks(self) -> list[tuple[str, str, str, bool]]:
        """Each lock on posting that bites here: its rule, what lifting it is called, what that opens, whether it is
        lifted."""
        sight = self.scene.sight
        return [(rule, str(LIFTING[rule]), str(OPENS[rule]), rule in sight.lifted) for rule in locks_at(sight.stage)]

    def marked(self, sheet: str, marks: Mapping[str, str]) -> Markup:
        """The sheet as it was drawn, with one's own private marks put on it."""
        for about, said in marks.items():
            sheet = sheet.replace(f'data-trace="{about}" data-mark=""', f'data-trace="{about}" data-mark="{said}"')
            sheet = sheet.replace(
                f'data-says="{about}:{said}" aria-pressed="false"', f'data-says="{about}:{said}" aria-pressed="true"'
            )
        return Markup(sheet)  # noqa: S704 (our own region, and ids)

    @property
    def silent(self) -> bool:
        """Whether the two minutes of step 5 are running."""
        silence = self.scene.sight.silence
        return silence is not None and not silence.over

    def date(self, text: str) -> str:
        """A day that is kept as a text, as people read it."""
        kept = self.scene.written(text)
        return day(kept) if kept else self.scene.text(text)

    @cached_property
    def essentials(self) -> tuple[glance.Seen, ...]:
        """What the facilitation sees first on a phone."""
        return glance.essentials(self)

    @cached_property
    def others(self) -> tuple[Gesture, ...]:
        """The two gestures beside the main one there."""
        return glance.others(self)

    @property
    def say(self) -> tuple[str, ...]:
        """Sentences for the facilitation to say, the first to be shown: the open round's before the stage's."""
        sight, familiar = self.scene.sight, self.scene.room.words.familiar
        kind = sight.round.kind if sight.round else None
        return aloud(self.scene.language).say(sight.stage, kind, familiar=familiar, moment=self._moment)

    @property
    def _moment(self) -> Moment | None:
        """Where the step stands, when it asks for other words than at its beginning."""
        sight = self.scene.sight
        if self.silent:
            return Moment.SILENCE
        if sight.stage is Stage.CONTRACT and sight.contract and sight.contract.terms and not sight.contract.dictated:
            return Moment.AGREED if sight.contract.agreed else Moment.ANSWERING
        plan = sight.synthesis if sight.stage is Stage.SYNTHESIS else None
        if plan is None:
            return None
        if plan.settled:
            return Moment.SETTLED
        begun = sight.silence is not None or plan.steps or plan.dictated or plan.understanding
        return Moment.PLANNING if begun or plan.understanding_dictated else None

    @property
    def cards(self) -> list[tuple[str, str, str]]:
        """Systemic cards of this step, for the facilitation: the angle, the question, what it is for."""
        familiar = self.scene.room.words.familiar
        cards = aloud(self.scene.language).cards_at(self.scene.sight.stage)
        return [(card.angle, card.question.to(familiar=familiar), card.aim) for card in cards]

    @property
    def charter(self) -> tuple[str, ...]:
        return tuple(str(clause) for clause in guide.CHARTER)

    @cached_property
    def consigne(self) -> tuple[Line, ...]:
        """What roles do and do not do now, one's own first."""
        sight = self.scene.sight
        around, place = guide.AROUND.get(sight.stage), guide.IN_THE_PLACE.get(sight.stage)
        role = "consultant" if sight.client else "peer"
        lines = [Line(role, True, str(around.does), str(around.does_not))] if around else []
        if place:
            lines.append(Line("client", False, str(place.does), str(place.does_not)))
        return tuple(reversed(lines)) if sight.view is View.CLIENT else tuple(lines)

    @property
    def labels(self) -> list[str]:
        """What this session is called when it is not the usual one: its short format (R25), its way."""
        sight = self.scene.sight
        said = []
        if sight.total_min is not None and notes_on(sight.total_min).inspired:
            said.append(_("Séance inspirée du codéveloppement."))
        if sight.way is Way.WRITTEN:
            said.append(_("Séance écrite."))
        return said

    @property
    def duration_note(self) -> str:
        """What the facilitator reads of a total that the method would not choose (METHOD §2)."""
        total = self.scene.sight.total_min or 0
        notes = notes_on(total) if total else None
        if notes and notes.inspired:
            return _("Sous une heure, elle s’annonce « inspirée du codéveloppement ».")
        return _("La méthode prend 1 h 30 à 2 h.") if notes and notes.duration else ""

    @property
    def proposed(self) -> int | None:
        """The total in minutes that a remote session would rather have; None when it has it."""
        sight = self.scene.sight
        if sight.place is not Place.REMOTE or sight.total_min is None:
            return None
        better = proposed_for_remote(sight.total_min)
        return better if better != sight.total_min else None

    @cached_property
    def main(self) -> Gesture | None:
        return gestures.main_gesture(self.scene.sight, self.names)

    @cached_property
    def skip(self) -> Gesture | None:
        return gestures.skip_round(self.scene.sight)

    def quoted(self, words: str) -> str:
        """Words that somebody said, between the quotation marks of the language."""
        return _("« %(words)s »") % {"words": words.strip('«»“”" \u00a0\u202f')}

    @property
    def questions(self) -> Mapping[Form, Mapping[str, str]]:
        """What each short form asks, by name."""
        return {form: {name: str(words) for name, words in asked.items()} for form, asked in QUESTIONS.items()}

    def sentence_asked(self, form: Form) -> str:
        return str(SENTENCE[form])

    def read_by(self, form: Form) -> str:
        """Who reads an answer to that form."""
        return str(READ_BY[form]) % {"name": self.facilitator or _("La personne qui anime")}

    def lines(self, line: str) -> list[ShownLine]:
        """The group's short lines of one kind."""
        return [one for one in self.scene.sight.lines if one.line == line]

    @property
    def screen_line(self) -> str:
        """One sentence for the room's screen: what the circle does now."""
        around = guide.AROUND.get(self.scene.sight.stage)
        who = _("Les consultants :") if self.scene.sight.client else _("Les pairs :")
        return f"{who} {gestures.lowered(str(around.does))}" if around else ""

    @property
    def qr(self) -> Markup:
        """The joining address to scan; nothing when there is none, or when it leads nowhere from a phone."""
        address = self.scene.join_address
        return qr(address) if address and not self.scene.configuration.loopback else Markup("")

    @property
    def site(self) -> str:
        """Where a code is typed, without its scheme."""
        return self.scene.configuration.address.partition("://")[2]

    def retention(self, now: int) -> str:
        """The sentence of retention; before the closing, as if the session closed when it is planned to end."""
        return retention(self._kept_days, self._erased_at(now))

    def erased_day(self, now: int) -> str:
        """The day of that sentence, alone."""
        return times.day(self._erased_at(now))

    def _erased_at(self, now: int) -> int:
        words, clock = self.scene.room.words, self.scene.sight.clock
        closes = words.closed_at or max(now, clock.end_ms if clock else now)
        return closes + self._kept_days * DAY_MS

    @property
    def _kept_days(self) -> int:
        """Of this session, as it is now: seven at least for the carnet of a client (METHOD §10)."""
        return kept_days(self.scene.room.state, self.scene.configuration.retention_days)


def day(kept: str) -> str:
    """A day kept as `date.isoformat` writes it, as people read it."""
    return times.day(datetime.combine(date.fromisoformat(kept), time(12), UTC))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
