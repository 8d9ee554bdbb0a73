"""Addresses of the app, one list per audience."""

from django.urls import URLPattern

app_name = "api"

urlpatterns: list[URLPattern] = []
