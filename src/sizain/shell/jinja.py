"""The Jinja2 environment of every template of ours: what a template may call, and nothing else.

Settings name it as the `environment` option of Django's Jinja2 backend. Regions of the room are
rendered with the same environment, outside any request.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined, Template, pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from sizain.shell import times
from sizain.shell.names import initials

HERE = Path(__file__).parent
ICONS = HERE / "static/sizain/icones"

_SVG = re.compile(r'<svg\b[^>]*?viewBox="(?P<box>[^"]+)"[^>]*>(?P<drawing>.*)</svg>', re.DOTALL)


def environment(**options: Any) -> Environment:
    """Build the environment from the options that Django's backend gives.

    A missing variable is an error, every value is escaped, `_()` and `{% trans %}` follow the
    active language.
    """
    options |= {
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n", "jinja2.ext.do"],
    }
    built = Environment(**options)  # noqa: S701 (autoescape is set just above)
    built.template_class, built.context_class = OurTemplate, OurContext
    built.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    built.globals |= {"_": said, "gettext": said}
    built.globals |= {"static": static, "url": url, "icon": icon, "language": language}
    built.filters["initials"] = initials
    built.filters |= {name: _in_language(shown) for name, shown in SHOWN.items()}
    return built


class OurTemplate(Template):
    """Every template has the globals of the environment and no others: its macros are made once.

    Jinja2 compares the globals at each import, which took a tenth of the time of drawing a room.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class OurContext(Context):
    """Calls functions, methods and macros that want nothing of Jinja2 at once; the rest as Jinja2 does."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if type(called) in PLAIN and not hasattr(called, "jinja_pass_arg"):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(*args, **kwargs)
        return super().call(called, *args, **kwargs)


PLAIN = frozenset({FunctionType, MethodType, Macro})


def said(message: str, /, **variables: object) -> Markup:
    """`_()` of templates: the message in the active language, with what it names put in its place, escaped."""
    found = _translated(translation.get_language() or "fr", message)
    return found % variables


@lru_cache(maxsize=4096)
def _translated(language: str, message: str) -> Markup:
    with translation.override(language):
        return Markup(translation.gettext(message))  # noqa: S704 (a sentence of ours)


def url(name: str, **parts: object) -> str:
    """The path of the route called `name`."""
    return reverse(name, kwargs=parts or None)


def language() -> str:
    """The active language, as the two letters of `<html lang>`."""
    return (translation.get_language() or "fr")[:2]


@cache
def icon(name: str) -> Markup:
    """The drawing `icones/<name>.svg`, inline and hidden from screen readers.

    A role's shape (`role-client`) takes the class of shapes, everything else the class of icons.
    An unknown name is a `FileNotFoundError`: a template is wrong.
    """
    found = _SVG.search((ICONS / f"{name}.svg").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"icones/{name}.svg holds no drawing with a viewBox")
    is_shape = name.startswith("role-")
    css = f"forme forme--{name.removeprefix('role-')}" if is_shape else "icone"
    return Markup('<svg class="{}" viewBox="{}" aria-hidden="true">{}</svg>').format(
        css,
        found["box"],
        Markup(found["drawing"]),  # noqa: S704 (a file of this package)
    )


SHOWN: dict[str, Callable[[Any], str]] = {
    "clock": times.clock,
    "clock_tag": times.clock_tag,
    "day": times.day,
    "day_tag": times.day_tag,
    "minutes": times.minutes,
    "minutes_words": times.minutes_words,
    "figures": times.figures,
    "hours": times.hours,
}


def _in_language(shown: Callable[[Any], str]) -> Callable[[Context, Any], str]:
    """Keep Jinja2 from folding `{{ 300|minutes_words }}` once, in whatever language compiles it."""

    @pass_context
    def filtered(_context: Context, value: Any) -> str:
        return shown(value)

    return filtered
