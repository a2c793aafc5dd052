"""The public pages."""

from __future__ import annotations

from django.urls import path

from sizain.site.views import home

urlpatterns = [path("", home, name="home")]
