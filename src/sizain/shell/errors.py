"""Error pages: a calm sentence, one action, never a trace; settings and URLs name them."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _


class Words(NamedTuple):
    """What an error page says, as message ids."""

    title: str
    sentence: str


WORDS: dict[int, Words] = {
    400: Words(
        _("Cette demande n’a pas été comprise."),
        _("Rien n’a changé. Revenez à la page précédente, rechargez-la, puis recommencez."),
    ),
    403: Words(
        _("Ce geste n’a pas pu être vérifié."),
        _("Rien n’a changé. Revenez à la page précédente, rechargez-la, puis recommencez."),
    ),
    404: Words(
        _("Il n’y a rien à cette adresse."),
        _(
            "Est-elle entière ? Un lien personnel ne sert qu’une fois, une place ne s’ouvre que sur son appareil,"
            " et tout s’efface avec la séance. Un code de séance se saisit à l’accueil."
        ),
    ),
    405: Words(
        _("Cette adresse ne s’ouvre pas ainsi."),
        _("Reprenez depuis l’accueil : rien n’a changé."),
    ),
    413: Words(
        _("C’est trop long pour être envoyé."),
        _("Rien n’est parti. Revenez en arrière, raccourcissez le texte, puis renvoyez-le."),
    ),
    422: Words(
        _("Cela ne peut pas se faire maintenant."),
        _("Rien n’a changé. Rechargez la page précédente pour voir où en est la séance."),
    ),
    429: Words(
        _("Il y a eu trop d’essais en peu de temps."),
        _("Attendez quelques minutes, puis recommencez."),
    ),
    500: Words(
        _("Quelque chose n’a pas marché de notre côté."),
        _("Vous n’y êtes pour rien. Revenez à la page précédente et recommencez dans un instant."),
    ),
    503: Words(
        _("Sizain n’est pas disponible pour le moment."),
        _("Rien n’est parti. Gardez cette page ouverte, puis recommencez dans un instant."),
    ),
}


def _words(status: int) -> Words:
    return WORDS.get(status) or WORDS[500 if status >= 500 else 400]


def render(status: int, *, sentence: str = "", request: HttpRequest | None = None) -> str:
    """The page for `status` in the active language; works outside any request.

    `sentence` replaces the usual one when more can be said. A status without words of its own
    reads as 400 or as 500.
    """
    words = _words(status)
    context = {
        "title": gettext(words.title),
        "sentence": sentence or gettext(words.sentence),
        "action": gettext("Aller à l’accueil"),
        "href": "/",
        "here": "/",
    }
    return get_template("shell/error.html").render(context, request)


def sentence(status: int) -> str:
    """The same in plain text, in the active language."""
    words = _words(status)
    return f"{gettext(words.title)} {gettext(words.sentence)}"


def response(request: HttpRequest | None, status: int, *, sentence: str = "") -> HttpResponse:
    """The same page as an answer of Django."""
    return HttpResponse(render(status, sentence=sentence, request=request), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler400`."""
    return response(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler403`."""
    return response(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler404`: the same page for whatever was there, or was not."""
    return response(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """`handler500`. A broken template must not turn an error into nothing at all."""
    try:
        return response(None, 500)
    except Exception:  # the last page of all: whatever failed, say one sentence
        words = WORDS[500]
        return HttpResponse(
            f"{gettext(words.title)}\n{gettext(words.sentence)}\n",
            status=500,
            content_type="text/plain; charset=utf-8",
        )


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """`CSRF_FAILURE_VIEW`: the reason is for logs, not for the page."""
    return response(request, 403)
