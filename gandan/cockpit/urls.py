"""Addresses of the app, one list per audience."""

from django.urls import path

from .views import leader as leaders
from .views import officer as officers
from .views import public as everybody

app_name = "cockpit"

public = [
    path("so-lieu/", everybody.figures, name="figures"),
    path("so-lieu/so-lieu.csv", everybody.figures_file, name="figures_file"),
]
officer = [
    path("can-bo/so-lieu/", officers.dashboard, name="dashboard"),
    path("can-bo/so-lieu/<str:name>/", officers.officer_measure, name="officer_measure"),
    path("can-bo/so-lieu/<str:name>/ho-so/", officers.rows, name="rows"),
]
leader = [
    path("lanh-dao/", leaders.overview, name="overview"),
    path("lanh-dao/chi-tieu/<str:name>/", leaders.measure, name="measure"),
]
urlpatterns = [*public, *officer, *leader]
