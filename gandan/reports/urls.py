"""Addresses of the app, one list per audience."""

from django.urls import path

from . import views

app_name = "reports"

officer = [
    path("can-bo/bao-cao/", views.index, name="index"),
    path("can-bo/bao-cao/da-chot/<int:pk>/", views.frozen, name="frozen"),
    path("can-bo/bao-cao/<str:name>/", views.report, name="report"),
    path("can-bo/bao-cao/<str:name>/chot/", views.freeze, name="freeze"),
]
leader = [
    path("lanh-dao/bao-cao/<str:name>/", views.province_report, name="province_report"),
]
urlpatterns = [*officer, *leader]
