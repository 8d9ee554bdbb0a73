from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JournalConfig(AppConfig):
    name = "gandan.journal"

    def ready(self) -> None:
        autodiscover_modules("events")
        autodiscover_modules("reactions")
