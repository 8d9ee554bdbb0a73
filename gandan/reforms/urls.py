"""Addresses of reforms."""

from django.urls import URLPattern

app_name = "reforms"
urlpatterns: list[URLPattern] = []
