"""Addresses of the gateways. The two names of VNeID are those by which django-allauth looks for its own ways."""

from django.urls import path

from .views import pages, push, webhooks

urlpatterns = [
    path("dang-nhap/vneid/", pages.vneid_sign_in, {"provider_id": "vneid"}, name="openid_connect_login"),
    path("dang-nhap/vneid/tra-loi/", pages.vneid_answer, {"provider_id": "vneid"}, name="openid_connect_callback"),
    path("hop-thu-thu/", pages.outbox, name="gateways_outbox"),
    path("webhook/sms/<slug:supplier>/", webhooks.sms_receipt, name="gateways_sms_receipt"),
    path("webhook/zalo/", webhooks.zalo, name="gateways_zalo"),
    path("webhook/tong-dai/", webhooks.exchange, name="gateways_exchange"),
    path("cong-dan/bao-tin/dang-ky/", push.subscribe, name="gateways_push_subscribe"),
    path("cong-dan/bao-tin/thoi/", push.unsubscribe, name="gateways_push_unsubscribe"),
    path("bao-tin.js", push.worker, name="gateways_push_worker"),
]
