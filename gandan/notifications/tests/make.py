"""Plain makers of notices, and the suppliers of their stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from random import Random
from typing import Any, ClassVar

from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make
from gandan.gateways.carriers import NOTHING, CarrierDown, CarrierRefused
from gandan.journal.models import Entry
from gandan.notifications.models import Notice, Urgency
from gandan.places.models import Agency

HERE = "gandan.notifications.tests.make"
TWO_EACH = {
    "zalo": {"zalo-1": f"{HERE}.Double", "zalo-2": f"{HERE}.Double"},
    "sms": {"sms-1": f"{HERE}.Double", "sms-2": f"{HERE}.Double"},
}


class Crash(BaseException):
    """The worker is killed."""


class Double:
    """A supplier that knows keys: one key reaches the person once. `faults[name]` is what it does to everybody;
    with `seed`, what it does is drawn anew for each message and each time it is asked.
    """

    faults: ClassVar[dict[str, str]] = {}
    seed: ClassVar[int | None] = None
    reached: ClassVar[dict[tuple[str, str, str], None]] = {}
    """(supplier, key, to) of what really got to a person, in order."""
    asked: ClassVar[Counter[tuple[str, str]]] = Counter()
    """How often each supplier was asked for each person."""

    DRAWN = ("",) * 240 + ("refuse", "down", "half") * 45 + ("lost",) * 23 + ("crash",) * 2

    def __init__(self, name: str) -> None:
        self.name = name

    @classmethod
    def forget(cls, *, seed: int | None = None, **faults: str) -> None:
        """`faults`: supplier with “_” for “-” → fault."""
        cls.seed, cls.faults = seed, {name.replace("_", "-"): fault for name, fault in faults.items()}
        cls.reached, cls.asked = {}, Counter()

    def send(self, to: str, text: str, key: str, template: str = "", params: Mapping[str, str] = NOTHING) -> str:
        fault = self._fault(to)
        Double.asked[self.name, to] += 1
        reference = f"{self.name}:{key}"
        if fault == "refuse":
            raise CarrierRefused("Số này không dùng dịch vụ.")
        if fault == "down":
            raise CarrierDown("Không nối được.")
        if fault == "lost":
            raise CarrierDown("Quá lâu không trả lời.", may_have_taken=True)
        Double.reached[self.name, key, to] = None
        if fault == "half":
            raise CarrierDown("Đứt kết nối khi đang trả lời.", may_have_taken=True)
        if fault == "crash":
            raise Crash
        return reference

    def _fault(self, to: str) -> str:
        if Double.seed is None:
            return Double.faults.get(self.name, "")
        before = Double.asked[self.name, to]
        return Random(f"{Double.seed} {self.name} {to} {before}").choice(self.DRAWN)


def entry() -> Entry:
    """Something that happened to a dossier."""
    one = Dossier.objects.first() or make.dossier()
    found = Entry.objects.about(one).first()
    assert found is not None
    return found


def notices(count: int = 1, *, at: datetime = make.MONDAY, **more: Any) -> list[Notice]:
    """Notices that must be proved, to people with a telephone; the number says which."""
    happened, commune = more.pop("entry", None) or entry(), make.commune()
    facts: dict[str, Any] = {
        "is_required": True, "urgency": Urgency.REQUIRED, "subject": "Đã có kết quả", "text": "Mời ông/bà đến nhận.",
        "short": "Đã có kết quả, mời ông/bà đến nhận.", "made_at": at, "next_at": at, "event": "dossier_approved",
    }  # fmt: skip
    first = Notice.objects.count()
    made = [
        Notice(
            entry=happened, addressee_key=f"t{first + number}", commune=commune,
            **{"name": f"Người {first + number}", "phone": f"09{first + number:08d}", **facts, **more},
        )
        for number in range(count)
    ]  # fmt: skip
    return Notice.objects.bulk_create(made)


def notice(**more: Any) -> Notice:
    return notices(1, **more)[0]


def elsewhere() -> Agency:
    return make.commune("11074", "Xã Tứ Kỳ", "000.40.52.H24")


def dossier_of(notice: Notice) -> Dossier:
    """The dossier whose entry the notice tells."""
    return Dossier.objects.get(pk=notice.entry.subject_id)
