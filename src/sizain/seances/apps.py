from django.apps import AppConfig


class SeancesConfig(AppConfig):
    name = "sizain.seances"
    default_auto_field = "django.db.models.BigAutoField"
