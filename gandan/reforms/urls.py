"""Addresses of reforms."""

from django.urls import URLPattern, path

from .views import effect

app_name = "reforms"
urlpatterns: list[URLPattern] = [
    path("can-bo/mo-hinh/<slug:code>/hieu-qua/", effect.effect, name="effect"),
    path("lanh-dao/mo-hinh/<slug:code>/hieu-qua/", effect.province_effect, name="province_effect"),
]
