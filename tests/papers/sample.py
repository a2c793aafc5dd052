"""A paper with a part of each kind, for tests of how papers look."""

from sizain.papers.paper import Detail, Fact, Listed, Paper, Plain, Quote, Said, Section, Step


def sample(said: str = "Des mots", language: str = "fr") -> Paper:
    """`said` stands wherever a person's words can stand."""
    return Paper(
        name="Carnet",
        over="Séance du 17 novembre 2026",
        title="Carnet, séance du 17 novembre 2026",
        language=language,
        facts=(Fact("Client", said, "client"), Fact("Consultants", said, "consultant"), Fact("Date", said)),
        sections=(
            Section(3, "Ma demande", (Quote(said), Detail("L’aide demandée", said))),
            Section(4, "Ce que le cercle m’a donné", (Listed("Je garde", (said, said)), Listed("", (said,)))),
            Section(5, "Mon plan", (Said(said), Plain("Rien de plus."), Step("Pas 1", said, (Detail("Quand", said),)))),
        ),
        foot="Confidentiel.",
    )
