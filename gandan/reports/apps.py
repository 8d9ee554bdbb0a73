from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "gandan.reports"

    def ready(self) -> None:
        from . import ii06a  # noqa: F401  # each report declares itself
