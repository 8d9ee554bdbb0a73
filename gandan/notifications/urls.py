"""Addresses of the app, one list per audience."""

from django.urls import path

from .views import citizen, officer, texts

app_name = "notifications"

citizen_urls = [
    path("cong-dan/thu/", citizen.inbox, name="inbox"),
    path("cong-dan/nhan-tin/", citizen.preferences, name="preferences"),
]
officer_urls = [
    path("can-bo/tin-nhan/", officer.index, name="index"),
    path("can-bo/tin-nhan/goi/", officer.calls, name="calls"),
    path("can-bo/tin-nhan/dua/", officer.carries, name="carries"),
    path("can-bo/tin-nhan/ho-so/<int:pk>/", officer.of_dossier, name="of_dossier"),
    path("can-bo/tin-nhan/<int:pk>/goi/", officer.note_call, name="note_call"),
    path("can-bo/tin-nhan/<int:pk>/dua/", officer.note_carried, name="note_carried"),
    path("can-bo/tin-nhan/<int:pk>/in/", officer.paper, name="paper"),
    path("can-bo/mau-tin/", texts.texts, name="templates"),
    path("can-bo/mau-tin/ban/<int:pk>/bo/", texts.withdraw_text, name="withdraw_text"),
    path("can-bo/mau-tin/<slug:event>/", texts.write_text, name="write_text"),
]

urlpatterns = [*citizen_urls, *officer_urls]
