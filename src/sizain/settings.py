"""Django's settings, all derived from `configuration`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url

from sizain.configuration import configuration

_chosen = configuration()
_package = Path(__file__).parent

SECRET_KEY = _chosen.secret_key()
DEBUG = False
ALLOWED_HOSTS = ["*"]
"""The outer wrapper has refused foreign hosts before Django sees a request (`sizain.shell.wrapper`)."""

ROOT_URLCONF = "sizain.urls"
ASGI_APPLICATION = "sizain.asgi.application"
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "sizain.shell",
    "sizain.journal",
    "sizain.seances",
    "sizain.live",
    "sizain.site",
]
MIDDLEWARE = [
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "sizain.live.unavailable.SaysUnavailable",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_package / room / "templates" for room in ("shell", "live", "site")],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "sizain.shell.jinja.environment"},
    }
]


def _database() -> dict[str, Any]:
    if _chosen.database_url:
        found: dict[str, Any] = dict(dj_database_url.parse(_chosen.database_url))
        # A database that is gone is said after two seconds, and tried anew from then on; a connection
        # that died while it was idle is noticed before it is used.
        pool = {"min_size": 0, "max_size": 8, "timeout": 2, "reconnect_timeout": 2}
        found["OPTIONS"] = {**found.get("OPTIONS", {}), "pool": pool}
        found["CONN_HEALTH_CHECKS"] = True
        return found
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": _chosen.data / "sizain.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = _chosen.time_zone
USE_I18N = True
LANGUAGE_CODE = _chosen.language
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [_package / "locale"]
LANGUAGE_COOKIE_NAME = "__Host-sizain_langue" if _chosen.https else "sizain_langue"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = _chosen.https
LANGUAGE_COOKIE_AGE = 400 * 24 * 3600

CSRF_COOKIE_NAME = "__Host-sizain_csrf" if _chosen.https else "sizain_csrf"
CSRF_COOKIE_SECURE = _chosen.https
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None
CSRF_TRUSTED_ORIGINS = [_chosen.address]
CSRF_FAILURE_VIEW = "sizain.shell.errors.form_too_old"
SECURE_PROXY_SSL_HEADER = None
SECURE_CROSS_ORIGIN_OPENER_POLICY = None
"""Set once, with every other header, by the outer wrapper."""

STATIC_URL = "/static/"
STATIC_ROOT = _chosen.data / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "sizain.shell.hashed.HashedFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = _chosen.body_limit

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "sizain.shell.redacted.Redacted",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"sizain": {"level": "INFO"}},
}
