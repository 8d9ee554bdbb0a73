"""Addresses of the app, one list per audience."""

from django.urls import URLPattern

app_name = "ui"

urlpatterns: list[URLPattern] = []
