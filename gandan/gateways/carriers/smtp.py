"""Letters through the mail server of the settings. The reference is the letter's Message-ID, made from the key."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from django.conf import settings

from gandan.gateways.email_box import EmailFailed, send_email

from . import NOTHING
from .failing import CarrierDown, CarrierRefused


class SmtpCarrier:
    def __init__(self, name: str) -> None:
        self.name = name

    def send(self, to: str, text: str, key: str, template: str = "", params: Mapping[str, str] = NOTHING) -> str:
        subject = params.get("subject") or text.partition("\n")[0]
        domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2] or "localhost"
        reference = f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{domain}>"
        try:
            send_email(to=to, subject=subject[:180], text=text, message_id=reference)
        except EmailFailed as failure:
            raise (CarrierRefused if failure.permanent else CarrierDown)(str(failure)) from failure
        return reference
