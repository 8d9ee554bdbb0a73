"""Addresses of the app, one list per audience."""

from types import ModuleType

from django.urls import URLPattern, path, register_converter

from .views import leader, officer, public

app_name = "catalog"


class ProcedureCode:
    """“1.001193”: anything else is not found without asking the database."""

    regex = r"[0-9]\.[0-9]{6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ProcedureCode, "procedure")

PUBLIC: list[URLPattern] = [
    path("thu-tuc/", public.procedures, name="procedures"),
    path("thu-tuc/<procedure:code>/", public.procedure, name="procedure"),
    path("thu-tuc/<procedure:code>/qr/", public.procedure_qr, name="procedure_qr"),
]


def _keeping(prefix: str, views: ModuleType, door: str) -> list[URLPattern]:
    """The pages of those who keep the catalogue, under `prefix`, named `<door>_…`."""
    version = f"{prefix}<procedure:code>/ban/<int:number>/"
    return [
        path(prefix, views.procedures, name=f"{door}_procedures"),
        path(f"{prefix}<procedure:code>/", views.procedure, name=f"{door}_procedure"),
        path(f"{version}thoi-han/", views.verify_limit, name=f"{door}_verify_limit"),
        path(f"{version}muc-thu/", views.verify_fee, name=f"{door}_verify_fee"),
        path(f"{version}sua/", views.edit_facts, name=f"{door}_edit_facts"),
        path(f"{version}cong-bo/", views.publish_version, name=f"{door}_publish_version"),
        path(f"{version}to-khai/", views.edit_form, name=f"{door}_edit_form"),
        path(f"{prefix}<procedure:code>/ten-goi/", views.add_alias, name=f"{door}_add_alias"),
        path(f"{prefix}<procedure:code>/ten-goi/<int:pk>/bo/", views.remove_alias, name=f"{door}_remove_alias"),
        path(f"{prefix}<procedure:code>/ngung/", views.retire, name=f"{door}_retire"),
    ]


OFFICER = _keeping("can-bo/thu-tuc/", officer, "officer")
LEADER = _keeping("lanh-dao/thu-tuc/", leader, "leader")

urlpatterns = [*PUBLIC, *OFFICER, *LEADER]
