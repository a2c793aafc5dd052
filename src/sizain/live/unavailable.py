"""A database that does not answer is a page that says so (503), never an error without words."""

from __future__ import annotations

from collections.abc import Callable

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.http import HttpRequest, HttpResponse

from sizain.seances.writer import Unavailable
from sizain.shell.errors import response


class SaysUnavailable:
    """Django middleware, for asynchronous views."""

    async_capable = True
    sync_capable = False

    def __init__(self, get_response: Callable[[HttpRequest], object]) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    async def __call__(self, request: HttpRequest) -> HttpResponse:
        return await self.get_response(request)  # type: ignore[misc,no-any-return]

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return response(request, 503) if isinstance(exception, Unavailable) else None
