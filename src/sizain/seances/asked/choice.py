"""Step 0: topics, who is ready, the client's place, observers; other ways of choosing; disclosed links."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method.choosing import TopicKind
from sizain.method.contract import Written
from sizain.seances.asked.asking import Asked, Asking, Reader


def _deposit_topic(asking: Asking) -> Asked:
    text = asking.text("topic")
    more = {part: asking.text("topic", part) for part in ("lines", "tried")}
    said = {part: one for part, one in more.items() if one.body}
    written = {part: Written(one.id, len(one.body)) for part, one in said.items()}
    about = asking.choice("about", TopicKind) if asking.fields.get("about") else None
    seat = asking.fields.get("seat") or asking.by
    command = c.DepositTopic(asking.by, seat, text.id, len(text.body), about, **written)
    return Asked(command, (text, *said.values()))


def _change_topic(asking: Asking) -> Asked:
    text = asking.text("topic")
    return Asked(c.ChangeTopic(asking.by, text.id, len(text.body)), (text,))


def _disclose_link(asking: Asking) -> Asked:
    return Asked(c.DiscloseLink(asking.by, asking.one("story"), asking.yes("said")))


def _hear_link(asking: Asking) -> Asked:
    return Asked(c.HearLink(asking.by, asking.seat(), asking.one("story"), asking.yes("said")))


READERS: dict[str, Reader] = {
    "deposit-topic": _deposit_topic,
    "withdraw-topic": lambda asking: Asked(c.WithdrawTopic(asking.by)),
    "say-ready": lambda asking: Asked(c.SayReady(asking.by, asking.yes("ready"))),
    "accept-place": lambda asking: Asked(c.AcceptPlace(asking.by)),
    "change-topic": _change_topic,
    "decline-place": lambda asking: Asked(c.DeclinePlace(asking.by)),
    "accept-observer": lambda asking: Asked(c.AcceptObserver(asking.by, asking.seat())),
    "hear-observer-accepted": lambda asking: Asked(c.HearObserverAccepted(asking.by, asking.seat())),
    "name-client": lambda asking: Asked(c.NameClient(asking.by, asking.seat())),
    "unname-client": lambda asking: Asked(c.UnnameClient(asking.by)),
    "hear-acceptance": lambda asking: Asked(c.HearAcceptance(asking.by, asking.seat())),
    "open-vote": lambda asking: Asked(c.OpenVote(asking.by, asking.tokens.id())),
    "close-vote": lambda asking: Asked(c.CloseVote(asking.by, asking.votes, asking.tokens.chance())),
    "draw-lot": lambda asking: Asked(c.DrawLot(asking.by, asking.tokens.chance())),
    "nobody-ready": lambda asking: Asked(c.NobodyReady(asking.by, asking.yes("nobody"))),
    "disclose-link": _disclose_link,
    "hear-link": _hear_link,
    "answer-link": lambda asking: Asked(c.AnswerLink(asking.by, asking.seat(), asking.yes("stays"))),
    "hear-link-answer": lambda asking: Asked(c.HearLinkAnswer(asking.by, asking.seat(), asking.yes("stays"))),
}
