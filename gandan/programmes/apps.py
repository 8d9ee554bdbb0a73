from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ProgrammesConfig(AppConfig):
    name = "gandan.programmes"

    def ready(self) -> None:
        autodiscover_modules("programmes")
