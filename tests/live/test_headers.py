"""Every answer leaves with the same headers, errors included: pages, streams, acts, files, on http and on https."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from sizain.players import read_page
from tests.ground.server import Server
from tests.live.people import NO_CERTIFICATES, SEAT, Circle

PUBLIC = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
    " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
PRIVATE = PUBLIC | {"cache-control": "no-store"}
TOLD_TO_NOBODY = ("server", "x-powered-by", "via")
HSTS = "max-age=63072000; includeSubDomains; preload"


def wears(answer: httpx.Response, status: int, expected: dict[str, str] = PRIVATE) -> None:
    assert answer.status_code == status, answer.text
    names = [name.lower() for name, _ in answer.headers.multi_items() if name.lower() != "set-cookie"]
    assert len(names) == len(set(names)), names
    assert {name: answer.headers.get(name) for name in expected} == expected
    assert [name for name in TOLD_TO_NOBODY if name in answer.headers] == []


def test_pages_of_every_kind(circle: Circle) -> None:
    for path in ("/", "/seances/nouvelle/", circle.link("return"), circle.link("screen"), circle.path()):
        wears(circle.facilitator.get(path), 200)
    for path in ("extension/", "repartition/", "links/return/", "links/screen/"):
        wears(circle.facilitator.get(circle.path(path)), 200)
    wears(circle.waiting.get(circle.path()), 200)
    wears(circle.waiting.get(f"/r/{circle.code}/"), 303)
    wears(circle.guest().get(f"/r/{circle.code}/"), 200)


def test_acts_with_and_without_scripts(circle: Circle) -> None:
    wears(circle.act(circle.client, "lower-hand"), 204)
    wears(circle.act(circle.client, "lower-hand", False), 303)
    for scripted in (True, False):
        wears(circle.act(circle.client, "pause", scripted), 422)
        wears(circle.act(circle.guest(), "pause", scripted), 404)
    wears(circle.client.post(circle.path("drafts/notes"), {"text": "", "version": "0"}, HX_Request="true"), 200)


def test_streams(circle: Circle) -> None:
    for path in (circle.path("stream"), f"{circle.link('screen')}stream"):
        with circle.client.http.stream("GET", path) as answer:
            wears(answer, 200)
            assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    wears(circle.guest().get(circle.path("stream")), 404)


def test_files_are_kept_for_good_and_a_missing_one_is_not(circle: Circle) -> None:
    home = circle.facilitator.get("/").text
    sheet = next(one.split('"')[0] for one in home.split('href="') if one.startswith("/static/"))
    wears(circle.facilitator.get(sheet), 200, PUBLIC | {"cache-control": "public, max-age=31536000, immutable"})
    wears(circle.facilitator.get("/static/nothing.css"), 404)
    wears(circle.facilitator.get("/static/../../sizain.sqlite3"), 404)
    wears(circle.facilitator.get("/static/%2e%2e/%2e%2e/sizain.sqlite3"), 404)
    wears(circle.facilitator.get("/static/%2e%2e/secret-key"), 404)


def test_errors(circle: Circle) -> None:
    guest = circle.guest()
    wears(guest.get("/nothing/"), 404)
    wears(guest.ask("DELETE", circle.path("lower-hand")), 405)
    wears(guest.http.get("/", headers={"Host": "evil.example"}), 400)
    wears(guest.http.post("/langue/", data={"language": "en"}), 403)
    wears(guest.post("/r/", {"code": circle.code}), 403)
    wears(guest.post("/langue/", {"next": "x" * 140_000}), 413)
    wears(guest.post("/langue/", {}, Content_Type="application/json"), 415)
    wears(guest.ask("TRACE", "/"), 405)
    wears(guest.get("/health"), 200)
    assert "strict-transport-security" not in guest.get("/").headers


def test_bodies_that_do_not_say_how_long_they_are_are_counted_as_they_come(circle: Circle) -> None:
    for path in ("/langue/", circle.path("lower-hand")):
        for how in ({}, {"HX-Request": "true"}):
            answer = circle.client.http.post(
                path,
                content=(b"x" * 20_000 for _ in range(10)),
                headers={
                    "Origin": circle.server.origin,
                    "Content-Type": "application/x-www-form-urlencoded",
                    **how,
                },
            )
            wears(answer, 413)
            assert "trop long" in answer.text
            assert ("<html" in answer.text) is not bool(how)


@pytest.fixture(scope="module")
def proxy(proxied: Server) -> Iterator[httpx.Client]:
    """What the proxy of https://sizain.example passes on."""
    headers = {"Host": "sizain.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.1"}
    with httpx.Client(
        base_url=proxied.origin, headers={**headers, "Accept-Language": "fr"}, trust_env=False, verify=NO_CERTIFICATES
    ) as client:
        yield client


def test_behind_https_every_answer_says_so_for_two_years(proxy: httpx.Client) -> None:
    ours = {"Origin": "https://sizain.example"}
    secure = PRIVATE | {"strict-transport-security": HSTS}
    wears(proxy.get("/"), 200, secure)
    wears(proxy.get("/nothing/"), 404, secure)
    wears(proxy.get("/", headers={"Host": "other.example"}), 400, secure)
    wears(proxy.post("/langue/", data={"language": "en"}), 403, secure)
    wears(proxy.post("/langue/", data={"next": "x" * 140_000}, headers=ours), 413, secure)
    wears(proxy.post("/langue/", data={"language": "en"}, headers={"Origin": "http://sizain.example"}), 403, secure)
    wears(proxy.post("/langue/", data={"language": "en"}, headers={"Origin": proxy.base_url.raw_host.decode()}), 403)
    wears(proxy.get("/health", headers={"Host": "127.0.0.1"}), 200, secure)


def test_behind_https_cookies_are_secure_and_of_this_host_alone(proxy: httpx.Client) -> None:
    ours = {"Origin": "https://sizain.example"}
    form = proxy.get("/seances/nouvelle/")
    cookies = dict(one.split(";")[0].split("=", 1) for one in form.headers.get_list("set-cookie"))
    fields = next(one for one in read_page(form.text).forms if "name" in one.fields).fields
    carried = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    opened = proxy.post("/seances/nouvelle/", data={**fields, "name": "Hélène"}, headers={**ours, **carried})
    chosen = proxy.post("/langue/", data={"language": "en"}, headers=ours)
    given = [*form.headers.get_list("set-cookie"), *opened.headers.get_list("set-cookie")]
    given += chosen.headers.get_list("set-cookie")
    assert opened.status_code == 303
    assert opened.headers["location"].startswith("/s/")
    assert {one.split("=")[0] for one in given} == {
        "__Host-sizain_csrf",
        "__Host-sizain_device",
        "__Host-sizain_langue",
    }
    for one in given:
        attributes = {part.strip().lower() for part in one.split(";")[1:]}
        assert {"secure", "httponly", "path=/", "samesite=lax"} <= attributes, one
        assert not any(part.startswith("domain") for part in attributes), one
    device = next(one for one in given if one.startswith("__Host-sizain_device")).split(";")[0]
    room = proxy.get(opened.headers["location"], headers={"Cookie": f"{device}; __Host-sizain_langue=en"})
    wears(room, 200, PRIVATE | {"strict-transport-security": HSTS})
    assert SEAT.search(room.text)
    assert '<html lang="en"' in room.text
    without = proxy.get(opened.headers["location"], headers={"Cookie": device.removeprefix("__Host-")})
    assert without.status_code == 404


def test_on_plain_http_cookies_keep_to_what_browsers_accept_there(circle: Circle) -> None:
    guest = circle.guest()
    given = guest.get(f"/r/{circle.code}/").headers.get_list("set-cookie")
    given += guest.post("/langue/", {"language": "en"}).headers.get_list("set-cookie")
    assert {one.split("=")[0] for one in given} == {"sizain_csrf", "sizain_device", "sizain_langue"}
    for one in given:
        attributes = {part.strip().lower() for part in one.split(";")[1:]}
        assert {"httponly", "path=/", "samesite=lax"} <= attributes, one
        assert "secure" not in attributes, one
