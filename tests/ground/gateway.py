"""A small gateway before the server, as a reverse proxy would stand: it can answer 502 for a while."""

import contextlib
import socket
from threading import Thread
from typing import Self

BAD_GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Gateway:
    """Listens on a free port of 127.0.0.1 and passes every byte on to `port`, unless `broken`."""

    def __init__(self, port: int) -> None:
        self.target = port
        self.broken = False
        self._open: set[socket.socket] = set()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{self._door.getsockname()[1]}"

    def __enter__(self) -> Self:
        Thread(target=self._welcome, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self.cut()

    def break_down(self) -> None:
        """End every connection; whoever comes gets 502 until `mend`."""
        self.broken = True
        self.cut()

    def mend(self) -> None:
        self.broken = False

    def cut(self) -> None:
        """End every connection now, streams included."""
        for one in list(self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _welcome(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                Thread(target=self._serve, args=(self._door.accept()[0],), daemon=True).start()

    def _serve(self, browser: socket.socket) -> None:
        with contextlib.suppress(OSError), browser:
            if self.broken:
                browser.recv(65536)
                browser.sendall(BAD_GATEWAY)
                return
            with socket.create_connection(("127.0.0.1", self.target)) as server:
                self._open |= {browser, server}
                back = Thread(target=_pass_on, args=(server, browser), daemon=True)
                back.start()
                _pass_on(browser, server)
                back.join()
                self._open -= {browser, server}


def _pass_on(here: socket.socket, there: socket.socket) -> None:
    """Every byte from `here` to `there`; then tell `there` that no more comes."""
    with contextlib.suppress(OSError):
        while data := here.recv(65536):
            there.sendall(data)
    with contextlib.suppress(OSError):
        there.shutdown(socket.SHUT_RDWR)
