"""The words of the short forms of step 6, and who reads what is answered (METHOD §3). Data only."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from sizain.live.sentences import Words
from sizain.method.forms import Form

QUESTIONS: Mapping[Form, Mapping[str, Words]] = {
    Form.CLIENT: {
        "moved": _("Le fond : ma question a bougé."),
        "plan": _("Je repars avec un plan auquel je crois."),
        "frame": _("La forme : le cadre m’a été un appui."),
        "rhythm": _("Le rythme me convenait."),
        "request": _("Ma demande a été respectée."),
        "facilitation": _("L’animation m’a permis d’avancer."),
    },
    Form.CONSULTANT: {
        "safe": _("Le cadre était assez sûr pour moi."),
        "contributed": _("J’ai pu contribuer."),
        "session": _("La séance, dans son ensemble, m’a été utile."),
    },
}
"""What is rated from 1, not at all, to 6, entirely; in the order of `method.forms.ASKED` (tested)."""
SENTENCE: Mapping[Form, Words] = {
    Form.CLIENT: _("Et vous, comment avez-vous vécu cette place ?"),
    Form.CONSULTANT: _("Ce que je retiens pour ma pratique"),
}
READ_BY: Mapping[Form, Words] = {
    Form.CLIENT: _(
        "%(name)s le lit après la clôture, en sachant qu’il vient de la place du client. Personne d’autre ne le voit."
    ),
    Form.CONSULTANT: _(
        "%(name)s le lit après la clôture, sans votre prénom. Personne d’autre ne le voit, "
        "sauf la phrase si vous la donnez."
    ),
}
"""Who reads an answer, said on the form itself; `answers.read_all` keeps it."""
