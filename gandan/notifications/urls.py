"""Addresses of the app, one list per audience."""

from django.urls import path

from . import views

app_name = "notifications"

citizen_urls = [
    path("cong-dan/thu/", views.inbox, name="inbox"),
]

urlpatterns = [*citizen_urls]
