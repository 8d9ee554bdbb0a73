"""For tests: remembers what was sent, and fails when told to."""

from typing import ClassVar

from . import SmsFailed


class FakeSms:
    """One memory for all instances; `forget()` before each story."""

    sent: ClassVar[list[tuple[str, str]]] = []
    failure: ClassVar[SmsFailed | None] = None

    @classmethod
    def forget(cls) -> None:
        cls.sent.clear()
        cls.failure = None

    def send(self, *, to: str, text: str) -> None:
        if FakeSms.failure is not None:
            raise FakeSms.failure
        FakeSms.sent.append((to, text))
