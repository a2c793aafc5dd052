"""What the circle gave to the client, as the client sorted it (METHOD §3, step 5): on their page and in their carnet.
The marks are theirs alone; nothing here counts or ranks (R9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sizain.live.scene import Scene
from sizain.method.sight import View


@dataclass(frozen=True)
class Group:
    """`texts` are ids of traces. `aside`: what was not kept, which the carnet leaves out and the page folds away."""

    label: str
    texts: tuple[str, ...]
    aside: bool = False


def given(scene: Scene, marks: Mapping[str, str]) -> tuple[Group, ...]:
    """The traces in the order in which they came, by what their reader made of them. Without any mark (the sorting was
    passed over, or held without a device) all of them are kept. Nothing for anybody but the client."""
    if scene.sight.view is not View.CLIENT:
        return ()
    traces = {one.text: marks.get(one.text, "") for one in scene.sight.own.traces if not one.erased}
    if not any(traces.values()):
        groups = [Group("", _marked(traces, ""))]
    else:
        groups = [
            Group(_("Je garde"), _marked(traces, "keep")),
            Group(_("À creuser"), _marked(traces, "dig")),
            Group(_("Le reste"), _marked(traces, "", "no"), aside=True),
        ]
    return tuple(group for group in groups if group.texts)


def _marked(traces: Mapping[str, str], *marks: str) -> tuple[str, ...]:
    return tuple(text for text, mark in traces.items() if mark in marks)
