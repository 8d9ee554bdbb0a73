"""Nothing leaves the machine: each message becomes a JSON line in the outbox folder, readable on the page /hop-thu-thu/."""

from __future__ import annotations

from collections.abc import Mapping

from gandan.gateways.sms.outbox import write_line

from . import NOTHING
from .failing import CarrierDown


class LocalCarrier:
    """`name` is “<channel>-local”; the channel is the folder."""

    def __init__(self, name: str) -> None:
        self.channel = name.removesuffix("-local")

    def send(self, to: str, text: str, key: str, template: str = "", params: Mapping[str, str] = NOTHING) -> str:
        try:
            write_line(self.channel, {"to": to, "text": text, "key": key, "template": template, "params": dict(params)})
        except OSError as error:
            raise CarrierDown(f"Không ghi được hộp thư đi: {error.strerror}.") from error
        return f"outbox:{key}"
