"""What the person who hosts Sizain may set, all of it: environment variables, read once and checked.

A wrong value gets a sentence that names the variable (`ConfigurationError`); `docs/operate.md` lists them all.
"""

from __future__ import annotations

import secrets
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class ConfigurationError(Exception):
    """One or more values are wrong; the message is made of sentences for the person who hosts."""


class Configuration(BaseSettings):
    """Lengths are in characters, sizes in bytes, durations in the unit of their name."""

    model_config = SettingsConfigDict(env_prefix="SIZAIN_", extra="ignore")

    data: Path = Field(default=Path("data"), description="Folder of the database, the secret key and the static files.")
    database_url: str = Field(
        default="", validation_alias="DATABASE_URL", description="postgresql://…; SQLite in the data folder when empty."
    )
    url: str = Field(default="", description="Public address, http:// or https://, as people type it.")
    host: str = Field(default="127.0.0.1", description="Address on which the server listens.")
    port: int = Field(default=8000, ge=1, le=65535, description="Port on which the server listens.")
    language: Literal["fr", "en"] = Field(default="fr", description="Language when a browser asks for neither.")
    time_zone: str = Field(default="Europe/Paris", description="Time zone of hours on screen.")
    trusted_proxies: str = Field(
        default="", description="Addresses, separated by commas, whose X-Forwarded-For is believed; none by default."
    )
    resources: str = Field(
        default="",
        max_length=2000,
        description="Where to find help, shown when a session is suspended: lines separated by |. Ours when empty.",
    )
    retention_days: int = Field(
        default=30,
        ge=1,
        le=400,
        description="Days after the closing until texts are erased; 7 at least where a client has a carnet.",
    )
    seats: int = Field(default=20, ge=4, le=20, description="Places of all roles in one session.")
    openings_per_hour: int = Field(default=60, ge=1, description="Sessions opened in an hour from one address.")
    wrong_codes: int = Field(default=10, ge=1, description="Wrong codes in ten minutes from one address.")
    body_limit: int = Field(default=131_072, ge=8_192, description="Largest request body, in bytes.")
    absence_s: float = Field(
        default=60, ge=1, le=600, description="Seconds without the facilitator until their absence is written down."
    )
    heartbeat_s: float = Field(default=15, ge=1, le=60, description="Seconds between two signs of life on a stream.")

    @field_validator("url")
    @classmethod
    def _an_address(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
            raise ValueError("an address such as https://sizain.example is needed, without a path")
        # Browsers write an origin in small letters and without the port that goes without saying.
        usual = {"http": 80, "https": 443}[parts.scheme]
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port not in (None, usual) else "")

    @field_validator("database_url")
    @classmethod
    def _a_database(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("postgresql", "postgres"):
            raise ValueError("an address such as postgresql://user@host/name is needed, or nothing for SQLite")
        return value

    @field_validator("time_zone")
    @classmethod
    def _a_zone(cls, value: str) -> str:
        from zoneinfo import available_timezones

        if value not in available_timezones():
            raise ValueError("a time zone such as Europe/Paris is needed")
        return value

    @property
    def address(self) -> str:
        """The public address, scheme and host, without a slash at its end."""
        return self.url or f"http://{'127.0.0.1' if self.host == '0.0.0.0' else self.host}:{self.port}"  # noqa: S104

    @property
    def https(self) -> bool:
        return self.address.startswith("https://")

    @property
    def loopback(self) -> bool:
        """Whether the public address can only be reached from this machine: then a QR code leads nowhere."""
        return urlsplit(self.address).hostname in ("127.0.0.1", "localhost", "::1")

    @property
    def proxies(self) -> frozenset[str]:
        return frozenset(one.strip() for one in self.trusted_proxies.split(",") if one.strip())

    def secret_key(self) -> str:
        """Django's key: made at the first start, kept in the data folder for its owner alone."""
        kept = self.data / "secret-key"
        if not kept.exists():
            self.data.mkdir(parents=True, exist_ok=True)
            kept.touch(mode=0o600)
            kept.write_text(secrets.token_urlsafe(48))
        return kept.read_text()


@lru_cache(maxsize=1)
def configuration() -> Configuration:
    """What stands in the environment. Raises `ConfigurationError` with one sentence for each wrong value."""
    try:
        return Configuration()
    except ValidationError as error:
        sentences = (f"{_variable(str(one['loc'][0]))}: {_reason(one['msg'])}." for one in error.errors())
        raise ConfigurationError("\n".join(sentences)) from None


def _variable(name: str) -> str:
    return name if name.isupper() else f"SIZAIN_{name.upper()}"


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".")
