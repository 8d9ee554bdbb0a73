"""Addresses of the app, one list per audience."""

from django.urls import URLPattern

app_name = "dossiers"

public_urls: list[URLPattern] = []
citizen_urls: list[URLPattern] = []
officer_urls: list[URLPattern] = []

urlpatterns = [*public_urls, *citizen_urls, *officer_urls]
