"""The language that a person reads: chosen with the switch of every page, kept in a cookie."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from starlette.requests import HTTPConnection


# No token: the switch also stands on live pages, which are rendered outside any Django request.
# Like the live routes it is behind the wrapper's Origin check; all it can do is a language.
@csrf_exempt
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep `language` (fr or en) and go back to `next`, a path of this site, or to the page before.

    An unknown language changes nothing.
    """
    response = HttpResponseRedirect(_way_back(request))
    code = request.POST.get("language", "")
    if code in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            code,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            path="/",
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
        )
    return response


def language_asked(connection: HTTPConnection) -> str:
    """The language of a request to the thin app: `fr` or `en`, as Django's own pages choose it."""
    cookie = connection.cookies.get(settings.LANGUAGE_COOKIE_NAME)
    return language_from(cookie, connection.headers.get("accept-language", ""))


def language_from(cookie: str | None, accept_language: str) -> str:
    """The language of a request that Django does not serve.

    `cookie` is the value of the language cookie, `accept_language` the header; the same answer
    as Django's LocaleMiddleware, and the default language when nothing fits.
    """
    wanted = [cookie] if cookie else []
    wanted += [code for code, _weight in parse_accept_lang_header(accept_language)]
    for code in wanted:
        try:
            return str(get_supported_language_variant(code))
        except LookupError:
            continue
    return str(settings.LANGUAGE_CODE)


def _way_back(request: HttpRequest) -> str:
    asked = request.POST.get("next", "") or _path_of(request.headers.get("Referer", ""))
    local = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return _path_of(asked) if local else "/"


def _path_of(address: str) -> str:
    """Path and query alone, so that no redirect ever names a host."""
    parts = urlsplit(address)
    path = "/" + parts.path.lstrip("/")
    return f"{path}?{parts.query}" if parts.query else path
