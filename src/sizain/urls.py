"""Every address of the product."""

from django.urls import include, path

from sizain.shell.language import choose_language

urlpatterns = [
    path("", include("sizain.site.urls")),
    path("", include("sizain.live.urls")),
    path("langue/", choose_language, name="language"),
]
handler400 = "sizain.shell.errors.bad_request"
handler403 = "sizain.shell.errors.forbidden"
handler404 = "sizain.shell.errors.not_found"
handler500 = "sizain.shell.errors.server_error"
