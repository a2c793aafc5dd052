"""The public pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sizain.live.forms import CodeForm


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Two ways in: open a séance, or type the code of one."""
    return render(request, "site/home.html", {"code_form": CodeForm()})
