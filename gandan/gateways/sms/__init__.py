"""Text messages. `sms_gateway().send(to=…, text=…)`; which adapter answers stands in `settings.SMS_GATEWAY`.

`outbox` writes to a folder (no network), `live` speaks to a supplier over HTTP, `fake` remembers for tests.
"""

from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string


class SmsFailed(Exception):
    """The message was not accepted. `permanent`: trying again will not help (wrong number, wrong credentials)."""

    def __init__(self, reason: str, *, permanent: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent


class SmsGateway(Protocol):
    def send(self, *, to: str, text: str) -> None:
        """Return when the supplier has accepted the message; raise `SmsFailed` otherwise. `to` is “0912345678”."""


def sms_gateway() -> SmsGateway:
    return cast("SmsGateway", import_string(settings.SMS_GATEWAY)())
