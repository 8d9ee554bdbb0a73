"""Addresses of the app. Every view's audience is "api": bearer tokens, the rights of the browser."""

from typing import Any

from django.urls import URLPattern, re_path
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from .description import describe_problems
from .entrance import dress, nowhere
from .problems import handle_all
from .views import bookings, deadlines, dossiers, measures, procedures, programmes, reforms, steps, tickets, tracking

app_name = "api"


class Api(NinjaAPI):
    def get_openapi_schema(self, **more: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**more)
        describe_problems(schema)
        return schema


api = Api(
    title="Gần Dân",
    version="1",
    description="Thủ tục, hồ sơ, theo dõi và số liệu của xã. Quyền của mã truy cập là quyền của người giữ nó.",
    urls_namespace="api",
    docs_url=None,
)
handle_all(api)
for module in (procedures, dossiers, bookings, steps, tracking, measures, deadlines, programmes, reforms, tickets):
    api.add_router("", module.router)

urlpatterns: list[URLPattern] = dress([*api.urls[0], re_path("^(?P<rest>.*)$", nowhere, name="nowhere")])
