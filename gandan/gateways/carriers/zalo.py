"""Zalo in two ways: ZNS, an approved text to a telephone; OA, a free text to somebody who follows or wrote to us."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from django.conf import settings

from gandan.gateways.models import ZaloContact, phone_index
from gandan.gateways.zalo.api import ask

from . import NOTHING
from .failing import CarrierRefused

LONGEST_TEXT = 2000


class ZnsCarrier:
    knows_keys = False

    def __init__(self, name: str) -> None:
        self.name = name

    def send(self, to: str, text: str, key: str, template: str = "", params: Mapping[str, str] = NOTHING) -> str:
        if not template:
            raise CarrierRefused("Tin này chưa có mẫu được Zalo duyệt.")
        body = {
            "phone": f"84{to.removeprefix('0')}",
            "template_id": template,
            "template_data": dict(params),
            "tracking_id": hashlib.sha256(key.encode()).hexdigest()[:48],
        }
        return _reference(ask(f"{settings.ZALO_URLS['zns']}/message/template", body).get("msg_id"))


class OaCarrier:
    """`to` is a telephone whose owner shared it with our account, or an id at Zalo (which never begins with 0)."""

    knows_keys = False

    def __init__(self, name: str) -> None:
        self.name = name

    def send(self, to: str, text: str, key: str, template: str = "", params: Mapping[str, str] = NOTHING) -> str:
        user_id = _user_of(to) if to.startswith("0") else to
        body = {"recipient": {"user_id": user_id}, "message": {"text": text[:LONGEST_TEXT]}}
        return _reference(ask(f"{settings.ZALO_URLS['oa']}/v3.0/oa/message/cs", body).get("message_id"))


def _user_of(phone: str) -> str:
    contact = ZaloContact.objects.filter(phone_index=phone_index(phone)).first()
    if contact is None:
        raise CarrierRefused("Số này chưa nối với tài khoản Zalo của xã.")
    return str(contact.user_id)


def _reference(told: object) -> str:
    """Zalo has taken the message; a reference it forgot to give must not make us send twice."""
    return str(told or "")[:100]
