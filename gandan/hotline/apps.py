from django.apps import AppConfig


class HotlineConfig(AppConfig):
    name = "gandan.hotline"
