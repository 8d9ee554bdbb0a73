from django.apps import AppConfig


class KiosksConfig(AppConfig):
    name = "gandan.kiosks"
