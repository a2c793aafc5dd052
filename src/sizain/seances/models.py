"""The séance as it is kept, beside its journal: words that can be erased, devices, keys of acts.

Rows refer to a séance by its id without a foreign key: the journal outlives the texts
(ARCHITECTURE, The journal and the right to be forgotten). Instants are in milliseconds.
"""

from __future__ import annotations

import uuid

from django.db import models

ID = 16
"""Characters of a seat's or a text's id: 64 random bits in hexadecimal."""
DIGEST = 64
"""Characters of a SHA-256 in hexadecimal."""


class Seance(models.Model):
    """`token` is the room's address, `code` how people join; the code dies at the closing. `familiar`: sentences
    proposed to the facilitation say « tu »."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.CharField(max_length=22, unique=True)
    code = models.CharField(max_length=6, unique=True, null=True)
    video_link = models.CharField(max_length=500, blank=True, default="")
    familiar = models.BooleanField(default=False)
    created_at = models.BigIntegerField()
    closed_at = models.BigIntegerField(null=True)


class SeatName(models.Model):
    """The name behind a seat. `folded` is unique in a séance among the seats that still open
    something.
    """

    seat = models.CharField(max_length=ID, primary_key=True)
    seance = models.UUIDField(db_index=True)
    name = models.CharField(max_length=40)
    folded = models.CharField(max_length=160, null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("seance", "folded"), name="seances_one_name"),)


class SeatDevice(models.Model):
    """Which device opens which seat: a device has one seat in a séance, a seat may have several
    devices.

    `device` is the digest of the cookie, never the cookie.
    """

    seance = models.UUIDField()
    seat = models.CharField(max_length=ID)
    device = models.CharField(max_length=DIGEST)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("seance", "device"), name="seances_one_seat_a_device"),)


class Text(models.Model):
    """Words that an entry of the journal points to by their id; redacted or erased without it."""

    id = models.CharField(max_length=ID, primary_key=True)
    seance = models.UUIDField(db_index=True)
    seat = models.CharField(max_length=ID)
    kind = models.CharField(max_length=20)
    body = models.TextField()


class Act(models.Model):
    """An accepted act, written with its entries, so that a retry is recognised and applied once."""

    seance = models.UUIDField()
    seat = models.CharField(max_length=ID)
    key = models.CharField(max_length=80)
    digest = models.CharField(max_length=DIGEST)
    first_seq = models.PositiveIntegerField()
    last_seq = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("seance", "seat", "key"), name="seances_applied_once"),)


class Draft(models.Model):
    """What a seat is writing or keeps for itself: private to its author for ever (R20), never in
    the journal.

    `writer` is the digest of the device that wrote it: a link that hands the seat to another device
    opens the seat, never the notes. It is empty for whoever facilitates or did, whose own return link
    adds devices. `version` counts the savings, so that two tabs notice each other.
    """

    seance = models.UUIDField()
    seat = models.CharField(max_length=ID)
    writer = models.CharField(max_length=DIGEST, blank=True)
    field = models.CharField(max_length=20)
    body = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("seance", "seat", "writer", "field"), name="seances_one_draft"),)


class Answer(models.Model):
    """What a seat answered to its short form (METHOD §3, step 6): ratings from 1 to 6 by name, one sentence.

    `writer` is the digest of the device that sent it, as for a draft: who is handed the seat does not read it, and
    sends one of their own beside it.
    `handed`: a consultant gives that sentence to the client, for their carnet.
    """

    seance = models.UUIDField()
    seat = models.CharField(max_length=ID)
    writer = models.CharField(max_length=DIGEST, blank=True)
    form = models.CharField(max_length=20)
    ratings = models.JSONField()
    words = models.TextField(blank=True)
    handed = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("seance", "seat", "writer"), name="seances_one_answer"),)


class Mark(models.Model):
    """What the client holds to themself in step 5: about a trace `keep`, `dig` or `no`; about a step
    of their plan, the trace that it comes from (R9).

    Private as a `Draft` is, to one author and one device: no journal, no sight, no other screen.
    """

    seance = models.UUIDField()
    seat = models.CharField(max_length=ID)
    writer = models.CharField(max_length=DIGEST, blank=True)
    about = models.CharField(max_length=ID)
    said = models.CharField(max_length=ID)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("seance", "seat", "writer", "about"), name="seances_one_mark"),)


class Link(models.Model):
    """A bearer link, by the digest of its secret: the facilitator's return, a seat for a new
    device, the room's screen. Deleted when it is renewed, cut or, for a seat, used.
    """

    class Purpose(models.TextChoices):
        RETURN = "return"
        SEAT = "seat"
        SCREEN = "screen"

    digest = models.CharField(max_length=DIGEST, primary_key=True)
    seance = models.UUIDField(db_index=True)
    purpose = models.CharField(max_length=8, choices=Purpose)
    seat = models.CharField(max_length=ID, blank=True, default="")
