"""Step 0 in words: what a topic is, how somebody was found, who brings a topic in turn, disclosed links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sizain.live.around import Around
from sizain.live.gesture import Gesture
from sizain.live.sentences import TOPICS
from sizain.method.choosing import FEWEST_TOPICS, Found, TopicKind
from sizain.method.own import ShownLink
from sizain.method.sight import Person, ShownTopic, Sight


@dataclass(frozen=True)
class Choosing(Around):
    @property
    def topic_kinds(self) -> list[tuple[str, str]]:
        """What a topic may be, as one reads it in a list."""
        return [(kind.value, str(TOPICS[kind])) for kind in TopicKind]

    def about(self, topic: ShownTopic) -> str:
        """What kind of topic it is; empty when nobody said."""
        return str(TOPICS[topic.about]) if topic.about else ""

    @property
    def brought_by(self) -> tuple[Person, ...]:
        """For whom the facilitation may note a topic: the peers who are there and heard the charter."""
        return tuple(one for one in self.seated if one.charter)

    def without_device(self, seat: str) -> bool:
        """Whether that peer can say yes aloud only."""
        person = self.scene.sight.person(seat)
        return person is not None and not person.own_device

    @property
    def my_words(self) -> ShownTopic | None:
        """My topic with all that I wrote of it, as long as topics are shown."""
        mine = self.scene.sight.my_topic
        return next((one for one in self.scene.sight.topics or () if one.text == mine), None)

    @property
    def may_vote(self) -> bool:
        """Whether there are topics enough for a vote."""
        return sum(one.standing for one in self.scene.sight.topics or ()) >= FEWEST_TOPICS

    @property
    def found(self) -> str:
        """How the named person was found, in a sentence without figures; empty when the facilitator named them."""
        match self.scene.sight.choosing.found:
            case Found.VOTE:
                return _("C’est la proposition du vote.")
            case Found.TIE:
                return _("À égalité, le sort a désigné.")
            case Found.LOT:
                return _("Le sort a désigné.")
            case _:
                return ""

    @property
    def story(self) -> str | None:
        """Whose story a link would be with now: the client's, or that of the person who is named."""
        return self.scene.sight.client or self.scene.sight.named

    def linked(self, story: str | None) -> ShownLink | None:
        """The link that I said I have with that story."""
        sight = self.scene.sight
        return next((one for one in sight.own.links if (one.seat, one.story) == (sight.seat, story)), None)

    @property
    def links_told(self) -> tuple[ShownLink, ...]:
        """The links of others that I am told of."""
        return tuple(one for one in self.scene.sight.own.links if one.seat != self.scene.sight.seat)


def choosing(sight: Sight, names: Mapping[str, str]) -> Gesture | None:
    """The facilitation's main gesture until somebody is client: the vote's end, a yes said aloud, the next topic to
    be told in a minute."""
    if sight.choosing.ballot:
        return Gesture(_("Clore le vote"), "close-vote", key=sight.choosing.ballot)
    if sight.named:
        words = _("%(name)s accepte, à voix haute") % {"name": names[sight.named]}
        return Gesture(words, "hear-acceptance", {"seat": sight.named}, key=sight.named)
    if sight.choosing.nobody or (one := next_to_tell(sight)) is None:
        return None
    words = _("Suivant : %(name)s") % {"name": names[one.seat]}
    return Gesture(words, "give-floor", {"seat": one.seat}, key=f"next-{one.seat}")


def next_to_tell(sight: Sight) -> Person | None:
    """Who tells their topic next, in seat order: who brought one or is ready, and has not had the floor in step 0."""
    brought = {topic.seat for topic in sight.topics or ()}
    return next(
        (
            one
            for one in sight.peers
            if one.standing == "seated" and (one.ready or one.seat in brought) and not (one.has_spoken or one.speaks)
        ),
        None,
    )
