"""Addresses of the app, one list per audience."""

from django.urls import path

from .views import citizen

app_name = "notifications"

citizen_urls = [
    path("cong-dan/thu/", citizen.inbox, name="inbox"),
]

urlpatterns = [*citizen_urls]
