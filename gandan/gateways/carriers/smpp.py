"""A supplier of text messages by SMPP 3.4. Receipts come in on the same session."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from django.conf import settings
from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.smpp.coding import TooLong, parts_of
from gandan.gateways.smpp.link import Link, LinkDown, NotTaken, link_to
from gandan.gateways.smpp.wording import FOR_GOOD, address_of

from . import NOTHING
from .failing import CarrierDown, CarrierRefused


def open_link(name: str) -> Link:
    """Raises `ValueError` when the address in the settings cannot be read."""
    supplier = settings.SMS_SUPPLIERS[name]
    return link_to(name, address_of(supplier["url"]), supplier["token"])


class SmppCarrier:
    knows_keys = False

    def __init__(self, name: str) -> None:
        self.name = name

    def send(self, to: str, text: str, key: str, template: str = "", params: Mapping[str, str] = NOTHING) -> str:
        try:
            parts = parts_of(text, reference=zlib.crc32(key.encode()))
            told = open_link(self.name).submit(parts, to=f"84{to.removeprefix('0')}", sender=settings.SMS_SENDER)
        except TooLong as error:
            raise CarrierRefused(str(error)) from error
        except ValueError as error:
            raise CarrierRefused("Địa chỉ nhà cung cấp phải là smpp://người-dùng@máy:cổng.") from error
        except LinkDown as error:
            reason = f"Không nối được tới nhà cung cấp tin nhắn ({error})."
            raise CarrierDown(reason, may_have_taken=error.was_submitted) from error
        except NotTaken as error:
            failure = CarrierRefused if error.status in FOR_GOOD else CarrierDown
            raise failure(f"Nhà cung cấp tin nhắn trả lời {error}.") from error
        return told[0] if len(told) == 1 else actions.note_parts(self.name, told, now=timezone.now())
