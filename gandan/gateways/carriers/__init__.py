"""Who carries a message to a person. `carrier("sms-1").send(to, text, key)` hands it over and returns the carrier's
reference; `suppliers_of("sms")` names the carriers of a channel in order of preference.

Channels and what `to` means there:

| channel | `to` | suppliers |
|---|---|---|
| `sms` | telephone, “0912345678” | `sms-1`, `sms-2` by HTTP or SMPP (their address decides), else `sms-local` |
| `zalo` | telephone, or a person's id at our Zalo account | `zalo-zns`, `zalo-oa`, else `zalo-local` |
| `email` | e-mail address | `smtp`, or files in the outbox where no server is set |
| `push` | primary key of the citizen's `User`, as text | `push` |

Whether it arrived comes later as `events.ReceiptArrived`, or at once from `receipts.state_of(supplier, reference)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from .failing import CarrierDown, CarrierRefused

__all__ = ["NOTHING", "Carrier", "CarrierDown", "CarrierRefused", "carrier", "suppliers_of"]

NOTHING: Mapping[str, str] = MappingProxyType({})


class Carrier(Protocol):
    def send(self, to: str, text: str, key: str, template: str = "", params: Mapping[str, str] = NOTHING) -> str:
        """Return the carrier's reference once it has accepted the message.

        `key` names the message for ever: a carrier that can, delivers one key once. `template` and `params` are for
        carriers of approved texts only (Zalo ZNS: id of the template, its values); `email` and `push` read `params["subject"]`,
        `push` also `params["link"]`. Raises `CarrierRefused` for good, `CarrierDown` for now. Never inside a transaction.

        A carrier that would deliver one key twice says so: `knows_keys = False`.
        """


def suppliers_of(channel: str) -> list[str]:
    """Names of the carriers of a channel, the preferred one first; empty for a channel without any."""
    return list(settings.CARRIERS.get(channel, {}))


def carrier(name: str) -> Carrier:
    """The carrier of that name. Raises `LookupError` when no channel has it."""
    for suppliers in settings.CARRIERS.values():
        if name in suppliers:
            return cast("Carrier", import_string(suppliers[name])(name))
    raise LookupError(name)
