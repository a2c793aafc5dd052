"""Who sits around the table, in words: names, roles, the floor, who is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from sizain.live.pocketed import pocketed
from sizain.method.attendance import Presence
from sizain.method.seance import STAGES as ORDER
from sizain.method.seance import Role, Stage
from sizain.method.sight import Person, View

if TYPE_CHECKING:
    from sizain.live.scene import Scene

AWAITED = frozenset({Presence.EXPECTED, Presence.LATE})
OUTSIDE = (Role.OBSERVER, Role.CO_FACILITATOR)
RINGED = range(3, 13)
"""How many seats the ring can hold."""


@dataclass(frozen=True)
class Around:
    scene: Scene

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

    def spoke(self, person: Person) -> str:
        """Whether they have spoken in this stage. Of the client, in a step where others have the floor, what the step
        asks of them: they answer in step 2 and listen in step 4."""
        if person.has_spoken:
            return _("a parlé")
        asked = {Stage.CLARIFICATION: _("répond"), Stage.EXPLORATION: _("écoute")}
        unheard = _("n’a pas encore parlé")
        return asked.get(self.scene.sight.stage, unheard) if person.is_client else unheard

    @property
    def seated(self) -> tuple[Person, ...]:
        """Peers who are in the circle now."""
        return tuple(one for one in self.scene.sight.peers if one.standing == "seated")

    @property
    def seated_said(self) -> str:
        """The circle's names, in seat order."""
        return self.listed(self.names[one.seat] for one in self.seated)

    @property
    def at_work(self) -> bool:
        """Whether somebody who comes late is rather asked to wait: from step 3 on (METHOD §3, Any moment)."""
        return ORDER.index(self.scene.sight.stage) >= ORDER.index(Stage.CONTRACT)

    @property
    def welcome(self) -> str:
        """What the facilitation is proposed for who comes late: a summary to say, or to have them wait."""
        stage = self.scene.sight.stage
        if self.at_work:
            return _("À partir de l’étape 3, faire patienter préserve le travail en cours. Les deux restent possibles.")
        if stage in (Stage.LOBBY, Stage.OPENING):
            return ""
        if self.scene.sight.client is None:
            return _("Faire entrer, puis résumer à voix haute : où en est le cercle, et la charte.")
        return _("Faire entrer, puis résumer à voix haute : la charte, le sujet en une phrase, ce que le cercle fait.")

    @property
    def without_topic(self) -> tuple[Person, ...]:
        """Peers who may be named client and wrote no topic."""
        written = {topic.seat for topic in self.scene.sight.topics or ()}
        return tuple(one for one in self.seated if one.charter and one.seat not in written)

    @property
    def observers(self) -> tuple[Person, ...]:
        """Who sits outside the ring, the facilitator apart."""
        return tuple(one for one in self.scene.sight.people if one.role in OUTSIDE)

    @property
    def beside(self) -> bool:
        """Whether who looks facilitated before, and stands beside the ring."""
        me = self.scene.me
        return me is not None and me.role is Role.CO_FACILITATOR and self.scene.sight.stage is not Stage.CLOSED

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
            return _("À moins de cinq pairs, les points de vue s’épuisent vite ; prévoyez plus court.")
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
        silence = self.scene.sight.silence
        if silence is not None and not silence.over:
            return _("Silence : personne ne parle.")
        speaker = self.speaker
        said = [self._speaks(self.names[speaker.seat])] if speaker else []
        if not said and self.scene.sight.stage is not Stage.CLOSING:
            said.append(_("La parole est libre."))
        if hands := self.hands:
            asked = ngettext("%(names)s demande la parole.", "%(names)s demandent la parole.", len(hands))
            said.append(asked % {"names": self.listed(hands)})
        return " ".join(said)

    def _speaks(self, name: str) -> str:
        """Who has the floor, and in a round who comes next."""
        if following := self.following:
            return _("%(name)s a la parole, puis %(next)s.") % {"name": name, "next": self.names[following]}
        return _("%(name)s a la parole.") % {"name": name}

    @property
    def following(self) -> str | None:
        """In a round, the seat that comes next."""
        shown = self.scene.sight.round
        return shown.to_come[0] if shown and shown.to_come else None

    @property
    def takes_page(self) -> str:
        """Who takes their page along by a link after the closing: a client who held the session without a device."""
        client = self.scene.sight.person(self.scene.sight.client)
        return self.names.get(client.seat, "") if client and not client.own_device else ""

    @property
    def pocketed(self) -> bool:
        """Whether nobody around the circle has a device of their own here."""
        return pocketed(self.scene.sight)

    @property
    def placed(self) -> str:
        """How many have sat down, as the lobby says it."""
        count = len(self.seated)
        placed = ngettext("%(count)s pair a pris place.", "%(count)s pairs ont pris place.", count) % {"count": count}
        return f"{placed} {self.awaited}".strip()

    @property
    def awaited(self) -> str:
        """Who is expected, in a sentence; empty when nobody is."""
        names = [self.names[one.seat] for one in self.scene.sight.peers if one.presence in AWAITED]
        said = _("On attend %(names)s.")
        return said % {"names": self.listed(names)} if names else ""

    def listed(self, names: Iterable[str]) -> str:
        """« Thomas, Awa et Karim »."""
        *most, last = list(names) or [""]
        return _("%(first)s et %(last)s") % {"first": ", ".join(most), "last": last} if most else last

    def role(self, person: Person) -> str:
        """The name of a role for shapes and words: client, consultant, observer, cofacilitator, or peer before the
        choice."""
        if person.role is Role.OBSERVER:
            return "observer"
        if person.role is Role.CO_FACILITATOR:
            return "cofacilitator"
        if person.is_client:
            return "client"
        return "consultant" if self.scene.sight.client else "peer"

    def absence(self, person: Person) -> str:
        """In words, why a seat is grey. Who is connected is the facilitation's alone to see (METHOD §7)."""
        if person.standing == "left":
            return _("a quitté la salle")
        if person.standing == "expected":
            return _("absence excusée") if person.presence is Presence.EXCUSED else _("pas encore là")
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
