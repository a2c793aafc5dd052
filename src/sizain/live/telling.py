"""Scene in words: what templates say of a sight, so that they hold markup and hardly any reasoning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from sizain.live import gestures, guide
from sizain.live.qr import qr
from sizain.live.sentences import STAGES, StageNames, retention, where
from sizain.method.clock import Extension, Reading, reading
from sizain.method.seance import STAGES as ORDER
from sizain.method.seance import Role, Stage, step_number
from sizain.method.sight import Person, View
from sizain.shell import times

if TYPE_CHECKING:
    from sizain.live.scene import Scene

DAY_MS = 24 * 3600 * 1000
RINGED = range(3, 13)
"""How many seats the ring can hold."""


@dataclass(frozen=True)
class Line:
    """One role of the consigne, with what it does and does not do now."""

    role: str
    many: bool
    does: str
    does_not: str


@dataclass(frozen=True)
class Telling:
    scene: Scene

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

    @property
    def timed(self) -> bool:
        """Whether this stage holds minutes."""
        closing = (Stage.LOBBY, Stage.CLOSING, Stage.CLOSED)
        return self.scene.sight.clock is not None and self.scene.sight.stage not in closing

    @cached_property
    def still(self) -> Reading | None:
        """The clock as it stood at its last act: facts that no passing of time changes."""
        clock = self.scene.sight.clock
        return reading(clock, clock.as_of_ms) if clock else None

    @cached_property
    def names(self) -> dict[str, str]:
        """The names that this sight holds, by seat."""
        sight = self.scene.sight
        seats = [one.seat for one in (*sight.people, *sight.door)]
        return {seat: self.scene.name(seat) for seat in (*seats, sight.facilitator) if seat}

    @property
    def facilitator(self) -> str:
        return self.names.get(self.scene.sight.facilitator or "", "")

    @property
    def client(self) -> str:
        return self.names.get(self.scene.sight.client or "", "") or _("la personne cliente")

    @cached_property
    def head(self) -> guide.Head:
        """Title and sentence of the sheet, names in place."""
        found = guide.head(self.scene.sight.view, self.scene.sight.stage)
        names = {"client": self.client, "facilitator": self.facilitator}
        return guide.Head(_capital(str(found.title) % names), _capital(str(found.lead) % names))

    @property
    def say(self) -> str:
        return str(guide.SAY.get(self.scene.sight.stage, ""))

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

    @cached_property
    def main(self) -> gestures.Gesture | None:
        return gestures.main_gesture(self.scene.sight, self.names)

    @cached_property
    def skip(self) -> gestures.Gesture | None:
        return gestures.skip_round(self.scene.sight)

    @property
    def seated(self) -> tuple[Person, ...]:
        """Peers who are in the circle now."""
        return tuple(one for one in self.scene.sight.peers if one.standing == "seated")

    @property
    def seated_said(self) -> str:
        """The circle's names, in seat order."""
        return self.listed(self.names[one.seat] for one in self.seated)

    @property
    def observers(self) -> tuple[Person, ...]:
        return tuple(one for one in self.scene.sight.people if one.role is Role.OBSERVER)

    @property
    def unsigned(self) -> str:
        """Who has not heard or signed the charter yet, in words; empty when all have."""
        missing = [one for one in self.scene.sight.people if one.standing == "seated" and not one.charter]
        return self.listed(self.names[one.seat] for one in missing)

    @property
    def size_said(self) -> str:
        """One calm sentence when the circle is outside 6 to 8 peers; never a block (METHOD §1)."""
        count = len(self.seated)
        if 6 <= count <= 8:
            return ""
        if count < 5:
            return _("À moins de cinq pairs, les regards manquent vite : c’est possible, et ce sera plus court.")
        if count > 9:
            return _("Au-delà de neuf pairs, chaque personne parle peu : c’est possible, en tours brefs.")
        return _("Le cercle est d’ordinaire de six à huit pairs.")

    @property
    def speaker(self) -> Person | None:
        return self.scene.sight.person(self.scene.sight.floor)

    @property
    def hands(self) -> list[str]:
        """Who asks for the floor, in the order in which they asked."""
        return [self.names[seat] for seat in self.scene.sight.hands if seat in self.names]

    @property
    def parole(self) -> str:
        """Who speaks and who asks to, in one sentence or two; empty before the opening."""
        if self.scene.sight.stage in (Stage.LOBBY, Stage.PAUSE, Stage.CLOSED):
            return ""
        speaker = self.speaker
        said = [_("%(name)s a la parole.") % {"name": self.names[speaker.seat]}] if speaker else []
        if not said and self.scene.sight.stage is not Stage.CLOSING:
            said.append(_("La parole est libre."))
        if hands := self.hands:
            asked = ngettext("%(names)s demande la parole.", "%(names)s demandent la parole.", len(hands))
            said.append(asked % {"names": self.listed(hands)})
        return " ".join(said)

    @property
    def placed(self) -> str:
        """How many have sat down, as the lobby says it."""
        count = len(self.seated)
        return ngettext("%(count)s pair a pris place.", "%(count)s pairs ont pris place.", count) % {"count": count}

    def listed(self, names: Iterable[str]) -> str:
        """« Thomas, Awa et Karim »."""
        *most, last = list(names) or [""]
        return _("%(first)s et %(last)s") % {"first": ", ".join(most), "last": last} if most else last

    def quoted(self, words: str) -> str:
        """Words that somebody said, between the quotation marks of the language."""
        return _("« %(words)s »") % {"words": words.strip("«»“”\" \u00a0\u202f")}

    def role(self, person: Person) -> str:
        """The name of a role for shapes and words: client, consultant, observer, or peer before the choice."""
        if person.role is Role.OBSERVER:
            return "observer"
        if person.is_client:
            return "client"
        return "consultant" if self.scene.sight.client else "peer"

    def absence(self, person: Person) -> str:
        """In words, why a seat is grey. Who is connected is the facilitation's alone to see (METHOD §7)."""
        if person.standing == "left":
            return _("a quitté la salle")
        if self.scene.sight.view is View.FACILITATOR and not self.scene.here(person):
            return _("hors ligne")
        return ""

    @property
    def dropped(self) -> bool:
        """Whether the client's device is cut off: told to the facilitation alone."""
        client = self.scene.sight.person(self.scene.sight.client)
        return (
            self.scene.sight.view is View.FACILITATOR
            and client is not None
            and client.standing == "seated"
            and not self.scene.here(client)
            and self.scene.sight.stage not in (Stage.CLOSING, Stage.CLOSED)
        )

    @property
    def ring(self) -> str:
        """The classes of the list of seats: the ring turned for who looks, or the list alone."""
        sight = self.scene.sight
        seats = [one.seat for one in sight.peers]
        if len(seats) not in RINGED:
            return "cercle__liste"
        half = len(seats) // 2
        if sight.seat in seats:
            bottom = seats.index(sight.seat)
        elif sight.client in seats:
            bottom = (seats.index(sight.client) + half) % len(seats)
        else:
            bottom = half
        return f"cercle__sieges n-{len(seats)} bas-{bottom}"

    def mine(self, circle: str) -> Markup:
        """The seats, drawn once for everybody, with one's own marked."""
        seat = self.scene.sight.seat
        return Markup(circle.replace(f'data-seat="{seat}"', f'data-seat="{seat}" data-moi'))  # noqa: S704 (our own region)

    def end_said(self, extension: Extension) -> str:
        """« Fin tenue », or the new end, of what is announced."""
        end = times.clock(extension.budget.end_ms)
        if extension.bill.end_kept:
            return _("Fin tenue : %(end)s.") % {"end": end}
        return _("La séance finirait à %(end)s.") % {"end": end}

    def payers_said(self, extension: Extension) -> list[str]:
        """Which steps pay and how much, one sentence each; the floor that is cut into is said as such."""
        bill = extension.bill
        paid = _("%(stage)s donne %(time)s.")
        cut = _("%(stage)s donne %(time)s, sous son plancher.")
        said = [(paid, bill.payers), (cut, bill.floors)]
        return [
            words % {"stage": self.name_of(Stage(one.block)), "time": _length(one.seconds)}
            for words, payments in said
            for one in payments
        ]

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
        words, clock = self.scene.room.words, self.scene.sight.clock
        closes = words.closed_at or max(now, clock.end_ms if clock else now)
        days = self.scene.configuration.retention_days
        return retention(days, closes + days * DAY_MS)


def _length(seconds: int) -> str:
    """A payment in words: whole minutes, or seconds below two."""
    if seconds < 120:
        return ngettext("%(count)s seconde", "%(count)s secondes", seconds) % {"count": seconds}
    return times.minutes_words(seconds)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
