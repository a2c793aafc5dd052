"""Every route × method × who asks. The routes come from the routers: one without its row here is red."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import httpx
import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from starlette.routing import Mount, Route

from sizain.configuration import configuration
from sizain.live.app import live_app
from sizain.seances.rooms import Rooms
from tests.ground.server import Server
from tests.live.people import Circle, Guest, Room

F, C, K, O, W = "facilitator", "client", "consultant", "observer", "waiting"  # noqa: E741
REMOVED, ELSEWHERE, STRANGER, SCREEN = "removed", "member of another", "stranger", "room's screen"
INSIDE = (F, C, K, O, W)
OUTSIDE = (REMOVED, ELSEWHERE, STRANGER, SCREEN)
EVERYBODY = INSIDE + OUTSIDE
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
METHODS = ("GET", "HEAD", "OPTIONS", *UNSAFE)
Answers = dict[str, int]


def only(status: int, *who: str) -> Answers:
    """`status` for these, and for all others what an address that does not exist answers."""
    return {one: status if one in who else 404 for one in EVERYBODY}


def alike(status: int) -> Answers:
    """The same for everybody: this answer comes before the door, or there is none."""
    return dict.fromkeys(EVERYBODY, status)


@dataclass(frozen=True)
class Row:
    """`path` has its {token}, {code}, {seat}, {secret} and {screen} filled in; `answers` by method.

    A method that is not named is 405 for everybody, and an unsafe one `unsafe`: 403 where forms carry a token,
    which nothing here sends. `fields` are posted.
    """

    path: str
    answers: Mapping[str, Answers]
    fields: Mapping[str, str] = field(default_factory=dict)
    unsafe: int = 403

    def expected(self, method: str, who: str) -> int:
        return self.answers.get(method, alike(self.unsafe if method in UNSAFE else 405))[who]


LINKS = {"GET": only(200, F), "POST": only(200, F)}
AS_SCREEN = {method: alike(200 if method in ("GET", "HEAD") else 404) for method in METHODS}
ROWS = {
    "": Row("/", {"GET": alike(200), "HEAD": alike(200)}),
    "seances/nouvelle/": Row("/seances/nouvelle/", {"GET": alike(200)}),
    "langue/": Row("/langue/", {"POST": alike(302)}, {"language": "fr"}, unsafe=405),
    "r/": Row("/r/", {}),
    "r/<str:code>/": Row("/r/{code}/", {"GET": dict.fromkeys(INSIDE, 303) | dict.fromkeys(OUTSIDE, 200)}),
    "l/<str:secret>/": Row("/l/{secret}/", {"GET": alike(200)}),
    "e/<str:secret>/": Row("/e/{screen}/", {"GET": alike(200)}),
    "s/<str:token>/": Row("/s/{token}/", {"GET": only(200, *INSIDE)}),
    "s/<str:token>/evaluation": Row("/s/{token}/evaluation", {"POST": only(422, *INSIDE)}, {"safe": "5"}, unsafe=405),
    "s/<str:token>/effacement/": Row(
        "/s/{token}/effacement/",
        {"GET": only(200, *INSIDE), "POST": only(422, *INSIDE)},
        {"key": "a-key", "text": "0"},
        unsafe=405,
    ),
    "s/<str:token>/effacement/tout/": Row(
        "/s/{token}/effacement/tout/", {"GET": only(200, C), "POST": only(422, C)}, unsafe=405
    ),
    **{
        f"s/<str:token>/{paper}": Row(f"/s/{{token}}/{paper}", {"GET": alike(404)})
        for paper in ("carnet.md", "carnet.pdf", "synthese.md", "synthese.pdf")
    },
    "seances/supprimee/": Row("/seances/supprimee/", {"GET": alike(200), "HEAD": alike(200)}),
    # Of a session that is over: `test_mirror_pages` asks for them then.
    **{
        f"s/<str:token>/{rest}": Row(f"/s/{{token}}/{rest}", {"GET": alike(404)})
        for rest in ("miroir/", "miroir/miroir.md", "miroir/presences.csv")
    },
    "s/<str:token>/suppression/": Row("/s/{token}/suppression/", {"GET": alike(404), "POST": alike(404)}, unsafe=405),
    "s/<str:token>/extension/": Row("/s/{token}/extension/", {"GET": only(200, F)}),
    "s/<str:token>/repartition/": Row("/s/{token}/repartition/", {"GET": only(200, F)}),
    "s/<str:token>/links/screen/cut": Row("/s/{token}/links/screen/cut", {"POST": only(303, F)}, unsafe=405),
    "s/<str:token>/links/return/": Row("/s/{token}/links/return/", LINKS, unsafe=405),
    "s/<str:token>/links/screen/": Row("/s/{token}/links/screen/", LINKS, unsafe=405),
    "s/<str:token>/links/seat/<str:seat>/": Row("/s/{token}/links/seat/{seat}/", LINKS, unsafe=405),
    "s/<str:token>/drafts/<str:field>": Row("/s/{token}/drafts/notes", {"POST": only(303, *INSIDE)}, unsafe=405),
    "s/<str:token>/marks/<str:about>": Row("/s/{token}/marks/a-trace", {"POST": only(422, *INSIDE)}, unsafe=405),
    "s/<str:token>/<str:name>": Row(
        "/s/{token}/lower-hand",
        {"POST": only(303, C, K) | {F: 422, O: 422, W: 422}},
        {"key": "a-key"},
        unsafe=405,
    ),
    "/health": Row("/health", AS_SCREEN),
    "/s/{token}/stream": Row(
        "/s/{token}/stream",
        {"GET": only(200, *INSIDE), "HEAD": only(200, *INSIDE), "POST": alike(404)},
        unsafe=405,
    ),
    "/e/{token}/stream": Row("/e/{screen}/stream", AS_SCREEN),
    "/static": Row("/static/nothing.css", {"GET": alike(404), "HEAD": alike(404)}, unsafe=405),
}
"""Django's routes as it spells them, then those of the thin app, which stand in front of them."""
SAME = {
    "/s/{token}/drafts/{field}": "s/<str:token>/drafts/<str:field>",
    "/s/{token}/marks/{about}": "s/<str:token>/marks/<str:about>",
    "/s/{token}/{act}": "s/<str:token>/<str:name>",
}
"""Routes of the thin app that answer scripts at an address of Django's; `test_matrix_acts` tries both ways."""


def routes() -> Iterator[str]:
    async def django(*_: object) -> None: ...

    yield from _django(get_resolver().url_patterns, "")
    for route in live_app(Rooms(configuration()), django).routes:
        assert isinstance(route, Mount | Route)
        if route.path:
            yield route.path


def _django(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _django(one.url_patterns, before + str(one.pattern))
        else:
            yield before + str(one.pattern)


def test_every_route_has_its_row_and_every_row_its_route() -> None:
    assert sorted(routes()) == sorted([*ROWS, *SAME])


class Cast(Circle):
    """The cast of a circle with one who sits in another room, a stranger, and somebody before the room's screen."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self.far = Room(server)
        self.secret, self.screen = self.link("return").split("/")[2], self.link("screen").split("/")[2]
        stranger = self.guest()
        self.who = {
            F: self.facilitator, C: self.client, K: self.consultant, O: self.observer, W: self.waiting,
            REMOVED: self.removed, ELSEWHERE: self.far.facilitator, STRANGER: stranger, SCREEN: stranger,
        }  # fmt: skip
        self.seats = {one: self.seat(self.who[one]) for one in (C, K)}

    def spell(self, path: str, who: str, token: str = "") -> str:
        """The address; somebody before the room's screen tries with what its address says."""
        token = token or (self.screen if who == SCREEN else self.token)
        if "{screen}" in path:
            self.screen = self.living("screen", f"/e/{self.screen}/")
        if "{secret}" in path:
            self.secret = self.living("return", f"/l/{self.secret}/")
        return path.format(token=token, code=self.code, seat=self.seats[C], secret=self.secret, screen=self.screen)

    def living(self, kind: str, path: str) -> str:
        """The secret of that link, made again when a row before this one has renewed or cut it."""
        opens = self.facilitator.get(path).status_code == 200
        return (path if opens else self.link(kind)).split("/")[2]


@pytest.fixture(scope="module")
def cast(hall: Server) -> Iterator[Cast]:
    with Cast(hall) as cast, cast.far:
        yield cast


def ask(guest: Guest, method: str, path: str, fields: Mapping[str, str]) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers, the date left out; of a stream only how it begins."""
    request = guest.http.build_request(
        method, path, headers={"Origin": guest.origin}, data=dict(fields) if method in UNSAFE else None
    )
    answer = guest.http.send(request, stream=True)
    endless = answer.headers.get("content-type", "").startswith("text/event-stream")
    body = b"" if endless else answer.read()
    answer.close()
    headers = {name: value for name, value in answer.headers.items() if name not in ("date", "set-cookie")}
    return answer.status_code, body, headers


@pytest.mark.parametrize("route", ROWS)
def test_each_method_answers_each_person_as_its_row_says(route: str, cast: Cast) -> None:
    row = ROWS[route]
    found, expected = {}, {}
    for method in METHODS:
        for who in EVERYBODY:
            expected[method, who] = row.expected(method, who)
            status, _, _ = ask(cast.who[who], method, cast.spell(row.path, who), row.fields)
            found[method, who] = status
    assert {one: status for one, status in found.items() if status != expected[one]} == {}


@pytest.mark.parametrize("route", [one for one in ROWS if "token" in ROWS[one].path])
def test_outsiders_get_to_the_byte_what_an_address_that_does_not_exist_gets(route: str, cast: Cast) -> None:
    row, differing = ROWS[route], []
    for method in METHODS:
        for who in OUTSIDE:
            here = ask(cast.who[who], method, cast.spell(row.path, who), row.fields)
            nowhere = ask(cast.who[who], method, cast.spell(row.path, who, secrets.token_hex(11)), row.fields)
            if here != nowhere:
                differing.append((method, who, here, nowhere))
    assert differing == []


def test_who_sits_here_gets_nothing_more_at_an_address_that_does_not_exist(cast: Cast) -> None:
    for path in ("/s/{token}/nothing", "/s/{token}/links/nothing/", "/s/{token}/links/seat/0123456789abcdef/"):
        for who in (F, K, STRANGER):
            here = ask(cast.who[who], "POST", cast.spell(path, who), {"key": "a-key"})
            nowhere = ask(cast.who[who], "POST", "/nothing/at/all", {"key": "a-key"})
            assert here == nowhere, (path, who)


@pytest.mark.parametrize("address", ["", "a", "a" * 21, "a" * 23, "é" * 22, "..%2f..%2fhealth", "%00" * 22, "a" * 4000])
def test_what_is_no_address_of_a_room_is_nothing(address: str, cast: Cast) -> None:
    for kind in ("s", "e"):
        answer: httpx.Response = cast.facilitator.get(f"/{kind}/{address}/")
        assert answer.status_code == 404
        assert answer.text == cast.facilitator.get("/nothing/").text
