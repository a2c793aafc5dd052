"""The forms of the doors: opening a séance, typing a code, giving one's name.

They say what is wrong in one sentence and keep what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from sizain.method.seance import Place, Way
from sizain.seances.names import tidy

NAME_MAX = 40
LINK_MAX = 500
MIN_TOTAL = 30
MAX_TOTAL = 240
DEFAULT_FORMAT = "105"
PROPOSED = ("90", "105", "120")
OTHERS = ("60", "45", "30", "180")
OWN = "own"

# METHOD §2: the parts of a session that have minutes; the six steps cannot be left out.
BLOCKS: Mapping[str, Any] = {
    "opening": _("Accueil, cadre, météo"),
    "retour": _("Retour du client précédent"),
    "choice": _("Choix du sujet"),
    "presentation": _("1. Exposition"),
    "clarification": _("2. Clarification"),
    "contract": _("3. Contractualisation"),
    "pause": _("Pause avant l’exploration"),
    "exploration": _("4. Exploration"),
    "synthesis": _("5. Synthèse et plan d’action"),
    "meta": _("6. Méta et évaluation"),
}
STEPS = ("presentation", "clarification", "contract", "exploration", "synthesis", "meta")

CODE_ALPHABET = "BCDFGHJKLMPQRTVWXY346789"
_CODE = re.compile(f"[{CODE_ALPHABET}]{{6}}")
NO_SUCH_CODE = _("Ce code n’ouvre aucune séance. Vérifiez-le auprès de la personne qui anime.")


class NameField(forms.CharField):
    """A name as the circle will read it: spaces put right, nothing invisible, 40 characters."""

    default_error_messages = {"long": _("Ce nom est trop long : 40 caractères au plus.")}

    def __init__(self, *, missing: Any) -> None:
        super().__init__(error_messages={"required": missing})

    def to_python(self, value: Any) -> str:
        return tidy(super().to_python(value) or "")

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > NAME_MAX:
            raise ValidationError(self.error_messages["long"], code="long")


class SecureLinkField(forms.CharField):
    """The https address of a video tool, or nothing. A missing scheme is taken as https."""

    default_error_messages = {
        "link": _("Ce lien ne se lit pas. Copiez-le entier, il commence par https://."),
        "plain": _("Ce lien n’est pas chiffré. Il commence par https://."),
        "long": _("Ce lien est trop long : 500 caractères au plus."),
    }
    _is_link = URLValidator(schemes=["https"])

    def to_python(self, value: Any) -> str:
        link: str = super().to_python(value) or ""
        return f"https://{link}" if link and "://" not in link else link

    def validate(self, value: Any) -> None:
        super().validate(value)
        if not value:
            return
        if len(value) > LINK_MAX:
            raise ValidationError(self.error_messages["long"], code="long")
        if value.lower().startswith("http://"):
            raise ValidationError(self.error_messages["plain"], code="plain")
        try:
            self._is_link(value)
        except ValidationError:
            raise ValidationError(self.error_messages["link"], code="link") from None


class MinutesField(forms.IntegerField):
    """Whole minutes, or nothing."""

    def __init__(self, least: int = 0) -> None:
        words = _("Écrivez un nombre entier de minutes.")
        super().__init__(
            required=False,
            min_value=least,
            max_value=MAX_TOTAL,
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), words),
        )


class Part(NamedTuple):
    """One part of the session on the form."""

    label: Any
    bound: forms.BoundField
    given: bool


class OpenForm(forms.Form):
    """Opening a séance. Once valid, `total_min` and `minutes` say the format that was chosen.

    A format is one of the columns, or one's own: a total from 30 to 240 minutes, or the minutes
    of each part, whose sum is the total.
    """

    name = NameField(missing=_("Écrivez votre prénom : le cercle vous verra sous ce nom."))
    place = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Place],
        initial=Place.ON_SITE.value,
        error_messages={
            "required": _("Dites où les personnes se trouvent."),
            "invalid_choice": _("Dites où les personnes se trouvent."),
        },
    )
    format = forms.ChoiceField(
        choices=[(one, one) for one in (*PROPOSED, *OTHERS, OWN)],
        initial=DEFAULT_FORMAT,
        error_messages={
            "required": _("Choisissez une durée."),
            "invalid_choice": _("Choisissez une durée."),
        },
    )
    total = MinutesField()
    way = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Way],
        initial=Way.SPOKEN.value,
        error_messages={
            "required": _("Choisissez : parlée ou écrite."),
            "invalid_choice": _("Choisissez : parlée ou écrite."),
        },
    )
    advice_hint = forms.BooleanField(required=False, initial=True)
    traces_live = forms.BooleanField(required=False)
    familiar = forms.BooleanField(required=False)
    video_link = SecureLinkField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for block in BLOCKS:
            self.fields[f"minutes_{block}"] = MinutesField()

    def parts(self) -> list[Part]:
        """The fields of each part, for the template; `given` where something was typed."""
        bound = {block: self[f"minutes_{block}"] for block in BLOCKS}
        return [Part(BLOCKS[block], one, bool(one.value())) for block, one in bound.items()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        chosen = cleaned.get("format")
        if chosen == OWN:
            if not self._faulty():
                self._check_own(cleaned.get("total"), self._given())
        elif chosen:
            cleaned |= {"total_min": int(chosen), "minutes": {}}
        return cleaned

    def _check_own(self, total: int | None, given: dict[str, int]) -> None:
        missing = [step for step in STEPS if given and not given.get(step)]
        for step in missing:
            self.add_error(f"minutes_{step}", _("Une minute au moins."))
        spent = sum(given.values())
        if missing:
            return
        if given and total not in (None, spent):
            words = _(
                "Vos étapes font %(spent)s minutes, la durée écrite %(total)s : "
                "accordez les deux, ou laissez la durée vide."
            )
            self.add_error("total", words % {"spent": spent, "total": total})
        elif not given and total is None:
            self.add_error("total", _("Écrivez la durée de la séance, de 30 à 240 minutes."))
        elif not MIN_TOTAL <= (total or spent) <= MAX_TOTAL:
            self.add_error("total", _("Une séance dure de 30 à 240 minutes."))
        else:
            minutes = {block: given.get(block, 0) for block in BLOCKS} if given else {}
            self.cleaned_data |= {"total_min": total or spent, "minutes": minutes}

    def _given(self) -> dict[str, int]:
        typed = {block: self.cleaned_data.get(f"minutes_{block}") for block in BLOCKS}
        return {block: minutes for block, minutes in typed.items() if minutes is not None}

    def _faulty(self) -> bool:
        return any(name == "total" or name.startswith("minutes_") for name in self.errors)


class CodeForm(forms.Form):
    """A joining code as it is typed: case, spaces and hyphens do not count.

    What cannot be a code reads exactly like a code that opens nothing.
    """

    code = forms.CharField(error_messages={"required": _("Écrivez le code que l’animation vous a donné.")})

    def clean_code(self) -> str:
        code = re.sub(r"[\s\-·.]", "", self.cleaned_data["code"]).upper()
        if not _CODE.fullmatch(code):
            raise ValidationError(NO_SUCH_CODE, code="unknown")
        return code


class JoinForm(forms.Form):
    """A name, and nothing else, to ask for a seat."""

    name = NameField(missing=_("Écrivez votre prénom : le cercle vous verra sous ce nom."))
