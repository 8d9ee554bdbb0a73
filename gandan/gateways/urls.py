"""Addresses of the gateways. The two names of VNeID are those by which django-allauth looks for its own ways."""

from django.urls import path

from . import views

urlpatterns = [
    path("dang-nhap/vneid/", views.vneid_sign_in, {"provider_id": "vneid"}, name="openid_connect_login"),
    path("dang-nhap/vneid/tra-loi/", views.vneid_answer, {"provider_id": "vneid"}, name="openid_connect_callback"),
    path("hop-thu-thu/", views.outbox, name="gateways_outbox"),
]
