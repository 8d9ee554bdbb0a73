"""Addresses of the officer's day."""

from django.urls import URLPattern, path

from . import views

app_name = "desk"

officer_urls: list[URLPattern] = [
    path("can-bo/", views.inbox, name="inbox"),
    path("can-bo/tim/", views.search, name="search"),
]

urlpatterns = officer_urls
