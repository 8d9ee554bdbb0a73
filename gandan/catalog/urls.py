"""Addresses of the app, one list per audience."""

from django.urls import URLPattern

app_name = "catalog"

urlpatterns: list[URLPattern] = []
