"""People at their browsers, for tests of the real server: cookies, the forms of its pages, what it answers."""

from __future__ import annotations

import html
import re
import secrets
import ssl
from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import urlsplit

import httpx

from sizain.players import Page, read_page
from tests.ground.server import Server

CODE = re.compile(r'class="code">([A-Z0-9]{3}) ([A-Z0-9]{3})<')
SEAT = re.compile(r'id="posture"[^>]* data-seat="([0-9a-f]{16})"')
SINCE = re.compile(r'data-since="([^"]+)"')
LINK = re.compile(r'id="adresse">[^<]*/([el])/([A-Za-z0-9]+)/<')
ROOM = re.compile(r"/s/([A-Za-z0-9]{22})/")

NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Plain http alone is spoken here, and reading the machine's certificates for each browser takes long."""


class Guest:
    """One browser: its cookies, and the language that it asks for. `headers` go with each of its requests.

    It asks for the server's public address; where that is on https, it stands behind the proxy.
    """

    def __init__(self, server: Server, name: str = "", headers: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.origin = server.environment["SIZAIN_URL"]
        self.cookies: dict[str, str] = {}
        """Kept by hand: the proxy's side of https is plain, where httpx would not send a Secure cookie."""
        self.http = httpx.Client(
            base_url=server.origin,
            headers={"Accept-Language": "fr", "Host": urlsplit(self.origin).netloc, **(headers or {})},
            trust_env=False,
            timeout=30,
            verify=NO_CERTIFICATES,
            event_hooks={"request": [self._carry], "response": [self._keep]},
        )

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.ask("GET", path, **headers)

    def ask(self, method: str, path: str, **headers: str) -> httpx.Response:
        """Any method, as a page of ours would send it; `HX_Request` is written HX-Request."""
        return self.http.request(method, path, headers=self._ours(headers))

    def post(self, path: str, fields: Mapping[str, str] | None = None, **headers: str) -> httpx.Response:
        """An urlencoded form sent from a page of ours."""
        return self.http.post(path, data=dict(fields or {}), headers=self._ours(headers))

    def fill(self, path: str, fields: Mapping[str, str], form: str = "name") -> httpx.Response:
        """Looks at a page, fills in the form that has the field `form`, and sends it where it says."""
        page = self.page(path)
        found = next(one for one in page.forms if form in one.fields)
        return self.post(found.action or path, {**found.fields, **fields})

    def page(self, path: str) -> Page:
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code, answer.text)
        return read_page(answer.text)

    def close(self) -> None:
        self.http.close()

    def _carry(self, request: httpx.Request) -> None:
        request.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _keep(self, answer: httpx.Response) -> None:
        for line in answer.headers.get_list("set-cookie"):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value

    def _ours(self, headers: Mapping[str, str]) -> dict[str, str]:
        return {"Origin": self.origin, **{name.replace("_", "-"): value for name, value in headers.items()}}


class Room:
    """A séance opened by Hélène, and whoever joins it."""

    def __init__(self, server: Server, headers: Mapping[str, str] | None = None, **opening: str) -> None:
        self.server = server
        self._headers = dict(headers or {})
        self.everybody: list[Guest] = []
        self.facilitator = self.guest("Hélène")
        answer = self.facilitator.fill("/seances/nouvelle/", {"name": "Hélène", **opening})
        self.token = room_in(answer)
        found = CODE.search(self.facilitator.get(f"/s/{self.token}/").text)
        assert found, "the facilitator reads no code"
        self.code = found[1] + found[2]

    def guest(self, name: str = "") -> Guest:
        """A browser that has no seat here."""
        self.everybody.append(Guest(self.server, name, self._headers))
        return self.everybody[-1]

    def knock(self, name: str) -> Guest:
        """Somebody who waits at the door."""
        guest = self.guest(name)
        assert room_in(guest.fill(f"/r/{self.code}/", {"name": name})) == self.token
        return guest

    def enter(self, name: str) -> Guest:
        """Somebody who was let in."""
        guest = self.knock(name)
        self.lead("admit", seat=self.seat(guest))
        return guest

    def path(self, rest: str = "") -> str:
        return f"/s/{self.token}/{rest}"

    def page(self, guest: Guest) -> Page:
        return guest.page(self.path())

    def seat(self, guest: Guest) -> str:
        found = SEAT.search(guest.get(self.path()).text)
        assert found, f"{guest.name} has no seat"
        return found[1]

    def since(self, guest: Guest) -> str:
        """The id that a fresh page of this guest goes on from."""
        found = SINCE.search(guest.get(self.path()).text)
        assert found, f"{guest.name} has no stream"
        return found[1]

    @property
    def seq(self) -> int:
        """The journal's number, as the facilitator's page says it."""
        return int(self.since(self.facilitator).rpartition(":")[2])

    def act(self, guest: Guest, name: str, scripted: bool = True, /, **fields: str) -> httpx.Response:
        """One act, with a key of its own unless `key` is among the fields."""
        how = {"HX_Request": "true"} if scripted else {}
        return guest.post(self.path(name), {"key": secrets.token_hex(8), **fields}, **how)

    def do(self, guest: Guest, name: str, /, **fields: str) -> None:
        answer = self.act(guest, name, **fields)
        assert answer.status_code == 204, (name, answer.status_code, answer.text)

    def lead(self, name: str, /, **fields: str) -> None:
        self.do(self.facilitator, name, **fields)

    def link(self, purpose: str) -> str:
        """A new link, as a path; `purpose` is return, screen or seat/<seat>."""
        answer = self.facilitator.post(self.path(f"links/{purpose}/"))
        found = LINK.search(html.unescape(answer.text))
        assert answer.status_code == 200, answer.text
        assert found, "no link was shown"
        return f"/{found[1]}/{found[2]}/"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Everybody closes their browser."""
        for guest in self.everybody:
            guest.close()


class Circle(Room):
    """The cast around one table, in step 2: Karim is the client, Awa and Thomas consultants, Omar observes,
    Solène waits at the door, Félix was removed."""

    def __init__(self, server: Server, **options: Any) -> None:
        super().__init__(server, **options)
        self.client, self.consultant = self.enter("Karim"), self.enter("Awa")
        self.other, self.observer, self.removed = self.enter("Thomas"), self.enter("Omar"), self.enter("Félix")
        self.lead("name-observer", seat=self.seat(self.observer), observer="yes")
        self.lead("hear-charter")
        self.lead("remove", seat=self.seat(self.removed))
        self.waiting = self.knock("Solène")
        self.until_client()

    def until_client(self) -> None:
        karim = self.seat(self.client)
        self.lead("open")
        self.lead("advance", from_stage="opening")
        self.lead("hear-acceptance", seat=karim)
        self.lead("hear-observer-accepted", seat=self.seat(self.observer))
        for stage in ("choice", "presentation"):
            self.lead("advance", from_stage=stage)


def room_in(answer: httpx.Response) -> str:
    """The token of the room that an answer leads to."""
    found = ROOM.search(answer.headers.get("location", ""))
    assert answer.status_code == 303, (answer.status_code, answer.text)
    assert found, answer.headers
    return found[1]
