"""Who may speak to the product: our own pages, at our own address (S-9), with bodies of our size."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest

from tests.ground.server import Server
from tests.live.people import Circle

FOREIGN = [
    "https://evil.example",
    "null",
    "http://127.0.0.1:1",
    "http://127.0.0.1",
    "http://localhost.evil.example",
    "",
]
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")


@pytest.mark.parametrize("method", UNSAFE)
def test_an_unsafe_request_comes_from_a_page_of_ours_or_changes_nothing(circle: Circle, method: str) -> None:
    before = circle.seq
    addresses = ["/langue/", "/r/", circle.path("raise-hand"), circle.path("drafts/notes"), circle.path("stream")]
    addresses += [circle.path("links/screen/cut"), "/nothing/", "/health", "/static/nothing.css"]
    says: list[dict[str, str]] = [{"Origin": one} for one in FOREIGN]
    says += [{}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "none"}]
    says += [{"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}, {"Referer": circle.server.origin}]
    for path in addresses:
        for headers in says:
            for how in ({}, {"HX-Request": "true"}):
                answer = circle.client.http.request(method, path, data={"key": "a"}, headers={**headers, **how})
                assert answer.status_code == 403, (path, headers)
    assert circle.seq == before


def test_a_page_of_ours_says_so_by_its_origin_or_by_what_the_browser_knows(circle: Circle) -> None:
    for headers in ({"Origin": circle.server.origin}, {"Sec-Fetch-Site": "same-origin"}):
        answer = circle.client.http.post(circle.path("lower-hand"), data={"key": "a"}, headers=headers)
        assert answer.status_code == 303


def test_on_this_machine_its_three_names_are_the_same_but_not_mixed(circle: Circle) -> None:
    port = urlsplit(circle.server.origin).port
    for host in (f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"):
        for origin, status in ((host, 302), ("localhost:1", 403), ("evil.example", 403)):
            answer = circle.client.http.post("/langue/", headers={"Host": host, "Origin": f"http://{origin}"})
            assert answer.status_code == status, (host, origin)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "", "[", "[::1", "::1", "a:b:c", "localhost@evil", "%00"],
)
def test_another_host_is_refused_before_anything_is_looked_up(circle: Circle, host: str) -> None:
    for path in ("/", circle.path(), circle.path("stream"), "/static/nothing.css"):
        answer = circle.client.http.get(path, headers={"Host": host})
        assert answer.status_code == 400
        assert "Content-Security-Policy" in answer.headers


def test_a_stream_is_read_by_our_own_pages_alone(circle: Circle) -> None:
    nothing = circle.client.get(f"/s/{'0' * 22}/stream")
    for path in (circle.path("stream"), f"{circle.link('screen')}stream"):
        for headers in (
            *({"Origin": one} for one in FOREIGN if one),
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
        ):
            with circle.client.http.stream("GET", path, headers=headers) as answer:
                assert answer.status_code == 404, headers
                assert answer.read() == nothing.content
        ours: tuple[dict[str, str], ...] = (
            {},
            {"Sec-Fetch-Site": "same-origin"},
            {"Sec-Fetch-Site": "none"},
            {"Origin": circle.server.origin},
        )
        for headers in ours:
            with circle.client.http.stream("GET", path, headers=headers) as answer:
                assert answer.status_code == 200, headers


@pytest.mark.parametrize("length", ["-1", "+5", "1e3", "0x10", " ", "5, 5", "99999999999999999999999", "\u00b2"])
def test_a_length_that_is_no_number_or_too_large_is_refused(hall: Server, length: str) -> None:
    assert raw(hall, f"Content-Length: {length}\r\n\r\nlanguage=en") in (400, 413)


def test_two_ways_of_saying_a_length_are_one_too_many(hall: Server) -> None:
    more = "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n"
    assert raw(hall, more) == 400


def test_a_request_without_a_host_is_refused(hall: Server) -> None:
    assert raw(hall, "\r\n", host="") == 400


def raw(server: Server, rest: str, host: str = "Host: %s\r\n") -> int:
    """The status of a post that no client would send like this."""
    head = "POST /langue/ HTTP/1.1\r\n" + (host % urlsplit(server.origin).netloc if host else "")
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(f"{head}Origin: {server.origin}\r\n{rest}".encode("latin-1"))
        return int(connection.recv(4096).split(b" ")[1])


@pytest.mark.parametrize(
    "asked",
    [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "///evil.example",
        "/\t/evil.example", "http:evil.example", "http:///evil.example", "javascript:alert(1)", "data:text/html,x",
        "/%2f/evil.example",
        "/\r\nLocation: https://evil.example", "https://127.0.0.1@evil.example/", "{ours}//evil.example",
        "{ours}/\\evil.example", "{ours}@evil.example/", "\0//evil.example", "/..//evil.example",
        " //evil.example", "ftp://evil.example",
    ],
)  # fmt: skip
def test_the_switch_of_languages_never_leads_elsewhere(circle: Circle, asked: str) -> None:
    asked = asked.format(ours=circle.server.origin)
    guest = circle.guest()
    for fields, headers in (({"next": asked}, {}), ({}, {"Referer": asked.replace("\r\n", "").strip(" \0\t") or "x"})):
        answer = guest.post("/langue/", {"language": "en", **fields}, **headers)
        assert answer.status_code == 302
        location = answer.headers["location"]
        assert location.startswith("/"), location
        assert not location.startswith(("//", "/\\")), location
        assert not set("\t\r\n\\ ") & set(location), location
        assert urlsplit(location).netloc == ""
