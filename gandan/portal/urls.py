"""Addresses of the app, one list per audience."""

from django.urls import path

from . import views

app_name = "portal"

public_urls = [
    path("", views.home, name="home"),
    path("chon-xa/", views.choose_commune, name="choose_commune"),
    path("co-chu/", views.large_type, name="large_type"),
    path("huong-dan/", views.guide, name="guide"),
    path("quyen-rieng-tu/", views.privacy, name="privacy"),
    path("robots.txt", views.robots, name="robots"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("ui/", views.parts, name="parts"),
]

citizen_urls = [
    path("cong-dan/", views.mine, name="mine"),
]

urlpatterns = [*public_urls, *citizen_urls]
