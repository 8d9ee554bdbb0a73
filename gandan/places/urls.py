"""Addresses of the app, one list per audience."""

from django.urls import URLPattern

app_name = "places"

urlpatterns: list[URLPattern] = []
