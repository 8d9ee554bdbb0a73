"""For tests: remembers what was handed over, per supplier, and fails when told to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from . import NOTHING


@dataclass(frozen=True)
class Sent:
    """One message as it was handed over."""

    supplier: str
    to: str
    text: str
    key: str
    template: str
    params: Mapping[str, str]


class FakeCarrier:
    """One memory for all; `forget()` before each story. `failures[supplier]` is raised instead of accepting."""

    sent: ClassVar[list[Sent]] = []
    failures: ClassVar[dict[str, Exception]] = {}

    def __init__(self, name: str) -> None:
        self.name = name

    @classmethod
    def forget(cls) -> None:
        cls.sent.clear()
        cls.failures.clear()

    def send(self, to: str, text: str, key: str, template: str = "", params: Mapping[str, str] = NOTHING) -> str:
        if self.name in self.failures:
            raise self.failures[self.name]
        self.sent.append(Sent(self.name, to, text, key, template, params))
        return f"{self.name}:{key}"
