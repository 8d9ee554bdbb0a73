"""Who has taken up what: the adoptions an office sees, narrowed, as a list and as a matrix unit × model (S2.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.utils.timezone import localdate

from gandan.core.tables import Cell
from gandan.places.models import Agency

from .adoption_telling import lateness
from .deadlines import days_left, is_overdue
from .models import Adoption, AdoptionQuerySet, Obligation, Reform
from .workflow import NOT_YET, OPERATING, AdoptionStatus

A = AdoptionStatus
STATES = {
    "": "Tất cả", "dang-lam": "Đang chuẩn bị", "van-hanh": "Đang vận hành", "qua-han": "Quá hạn",
    "qua-han-7": "Quá hạn từ 7 ngày", "giai-trinh": "Giải trình", "dung": "Không áp dụng, dừng",
}  # fmt: skip
WAITING = (*NOT_YET, A.NOT_DEPLOYED)
STOPPED = (A.DECLINED, A.EXEMPTED, A.PAUSED, A.ENDED)
SHORT = {
    A.ASSIGNED: "Được giao", A.STUDYING: "Nghiên cứu", A.DECLINED: "Không áp dụng", A.EXEMPTION_ASKED: "Xin miễn",
    A.EXEMPTED: "Được miễn", A.SUBMITTED: "Chờ duyệt", A.PLANNED: "Có kế hoạch", A.RUNNING: "Vận hành",
    A.EFFECTIVE: "Hiệu quả", A.INEFFECTIVE: "Không hiệu quả", A.NOT_DEPLOYED: "Không triển khai",
    A.EXPLAINED: "Đã giải trình", A.PAUSED: "Tạm dừng", A.ENDED: "Chấm dứt",
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What the address asks for."""

    state: str = ""
    obligation: str = ""
    reform: str = ""
    directive: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Self:
        state, obligation = asked.get("trang-thai", ""), asked.get("muc", "")
        return cls(
            state if state in STATES else "", obligation if obligation in Obligation.values else "",
            asked.get("mo-hinh", "")[:80], asked.get("van-ban", "")[:60],
        )  # fmt: skip

    def narrow(self, rows: AdoptionQuerySet, now: datetime) -> list[Adoption]:
        named = {"obligation": self.obligation, "reform__code": self.reform, "directive_no": self.directive}
        found = rows.filter(**{key: value for key, value in named.items() if value})
        return [one for one in found if self._is_in_state(one, now)]

    def _is_in_state(self, one: Adoption, now: datetime) -> bool:
        late = bool(one.due_at and one.status in WAITING and is_overdue(one.due_at, now) and lateness(one, now)[0])
        match self.state:
            case "dang-lam":
                return one.status in (A.ASSIGNED, A.STUDYING, A.SUBMITTED, A.PLANNED, A.EXEMPTION_ASKED)
            case "van-hanh":
                return one.status in OPERATING
            case "qua-han":
                return late
            case "qua-han-7":
                return late and one.due_at is not None and days_left(one.due_at, localdate(now)) <= -7
            case "giai-trinh":
                return one.status in (A.NOT_DEPLOYED, A.INEFFECTIVE, A.EXPLAINED)
            case "dung":
                return one.status in STOPPED
            case _:
                return True


@dataclass(frozen=True)
class Spot:
    """One cell of the matrix: the adoption, in a word, with its look."""

    adoption: Adoption
    word: str
    look: str
    late: str


@dataclass(frozen=True)
class Matrix:
    """Units down, models across; None where a unit has nothing to do with a model."""

    reforms: list[Reform]
    lines: list[tuple[Agency, list[Spot | None]]]

    def cells(self) -> list[list[Cell]]:
        return [[unit.name, *(_cell(spot) for spot in spots)] for unit, spots in self.lines]


def _cell(spot: Spot | None) -> str:
    return "" if spot is None else ", ".join(one for one in (spot.word, spot.late) if one)


def spot_of(adoption: Adoption, now: datetime) -> Spot:
    words, look = lateness(adoption, now)
    is_late = look == "late"
    return Spot(adoption, SHORT[A(adoption.status)], "late" if is_late else adoption.look, words if is_late else "")


def matrix(adoptions: Sequence[Adoption], units: Sequence[Agency], now: datetime) -> Matrix:
    """Every unit has its line; those that have taken up nothing come last. Of two adoptions of one model the newer is shown."""
    reforms = {one.reform_id: one.reform for one in adoptions}
    spots = {(one.agency_id, one.reform_id): spot_of(one, now) for one in sorted(adoptions, key=lambda one: one.pk)}
    columns = sorted(reforms.values(), key=lambda one: bytes(one.sort_name))
    lines = [(unit, [spots.get((unit.pk, one.pk)) for one in columns]) for unit in units]
    return Matrix(columns, sorted(lines, key=lambda line: not any(line[1])))
