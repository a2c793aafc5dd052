"""The append-only log of each séance. A trigger refuses UPDATE and DELETE on both databases."""

from django.db import models


class Entry(models.Model):
    """One event, as it is kept: structure only, never a text or a name.

    `seance` is the id of the séance, `seq` counts from 1 without a gap, `actor` is a seat's id,
    `at` is in milliseconds.
    """

    seance = models.UUIDField()
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    body = models.JSONField()
    actor = models.CharField(max_length=16)
    at = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("seance", "seq"), name="journal_one_order"),)
