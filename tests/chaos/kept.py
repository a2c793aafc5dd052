"""What stands in the database, read directly: neither the product's models nor its server in between."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from sizain.method.events import KINDS, Event
from sizain.method.evolve import begin, evolve
from sizain.method.seance import Seance
from sizain.seances.room import Words


@dataclass(frozen=True)
class Entry:
    seq: int
    kind: str
    event: Event
    actor: str
    at: int


@dataclass(frozen=True)
class ActRow:
    seat: str
    key: str
    first: int
    last: int


@dataclass(frozen=True)
class Kept:
    """One séance as it is on disk."""

    id: UUID
    entries: list[Entry]
    acts: list[ActRow]
    words: Words

    def states(self) -> list[Seance]:
        """The fold after each entry: `states()[seq - 1]` is the state at `seq`."""
        first, *following = self.entries
        folded = [begin(first.event, first.at)]
        for entry in following:
            folded.append(evolve(folded[-1], entry.event, entry.at))
        return folded


class Database:
    """`where` is the server's data folder, or the address of its PostgreSQL database."""

    def __init__(self, where: Path | str) -> None:
        self.where = where

    def last_seq(self, token: str) -> int:
        """The highest number of the room's journal; works while no server runs."""
        with self._ask() as ask:
            (found,) = ask(
                "SELECT MAX(e.seq) FROM journal_entry e JOIN seances_seance s ON e.seance = s.id WHERE s.token = ?",
                token,
            )
            return int(found[0])

    def read(self, token: str) -> Kept:
        with self._ask() as ask:
            (record,) = ask(
                "SELECT id, code, video_link, created_at, closed_at FROM seances_seance WHERE token = ?", token
            )
            mine = record[0]
            entries = [
                Entry(seq, kind, KINDS[kind].from_body(body if isinstance(body, dict) else json.loads(body)), actor, at)
                for seq, kind, body, actor, at in ask(
                    "SELECT seq, kind, body, actor, at FROM journal_entry WHERE seance = ? ORDER BY seq", mine
                )
            ]
            acts = [
                ActRow(*row)
                for row in ask(
                    "SELECT seat, key, first_seq, last_seq FROM seances_act WHERE seance = ? ORDER BY first_seq", mine
                )
            ]
            words = Words(
                token=token,
                code=record[1],
                video_link=record[2],
                created_at=record[3],
                closed_at=record[4],
                names=_pairs(ask("SELECT seat, name FROM seances_seatname WHERE seance = ?", mine)),
                texts=_pairs(ask("SELECT id, body FROM seances_text WHERE seance = ?", mine)),
                devices=_pairs(ask("SELECT device, seat FROM seances_seatdevice WHERE seance = ?", mine)),
                keys={},
                screens=frozenset(),
            )
        return Kept(mine if isinstance(mine, UUID) else UUID(mine), entries, acts, words)

    @contextmanager
    def _ask(self) -> Iterator[Any]:
        if isinstance(self.where, Path):
            with closing(sqlite3.connect(self.where / "sizain.sqlite3", timeout=20)) as sqlite:
                yield lambda query, *values: sqlite.execute(query, values).fetchall()
        else:
            with psycopg.connect(self.where, autocommit=True) as postgresql:
                yield lambda query, *values: postgresql.execute(query.replace("?", "%s"), values).fetchall()


def _pairs(rows: list[tuple[str, str]]) -> dict[str, str]:
    return dict(rows)
