"""Addresses of kiosks."""

from django.urls import URLPattern

app_name = "kiosks"
urlpatterns: list[URLPattern] = []
