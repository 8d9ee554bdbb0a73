"""The checklist per law, ticked from live data; gaps are listed (S1.65). Reads only."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import F, Q
from django.utils.timezone import localdate

from gandan.measures.periods import following_month
from gandan.places.models import Agency

from .cadence import week_of
from .limits import SURE
from .missing import has_calendar
from .models import (
    Duty,
    DutyKind,
    Occasion,
    OccasionKind,
    Opinion,
    Petition,
    PetitionKind,
    ReceptionDesk,
    SealedReader,
    Seat,
    Turn,
)
from .workflow import UNSORTED, OccasionStatus, OpinionStatus

FILE = Path(__file__).parent / "data" / "duties.json"


@dataclass(frozen=True)
class Told:
    """`is_met`: yes, no, or None where nothing has come up to judge. `words`: the numbers."""

    is_met: bool | None
    words: str


@dataclass(frozen=True)
class Line:
    words: str
    basis: str
    surety: str
    told: Told
    look: str = ""

    @property
    def pill(self) -> tuple[str, str]:
        if self.told.is_met is None:
            return "", "Xem tại trang" if self.look else "Chưa phát sinh"
        return ("done", "Đạt") if self.told.is_met else ("late", "Chưa đạt")


@dataclass(frozen=True)
class Law:
    name: str
    lines: list[Line]


@dataclass(frozen=True)
class Asked:
    """Whose duties, and now."""

    commune: Agency
    now: datetime

    @property
    def today(self) -> date:
        return localdate(self.now)

    @property
    def held_this_year(self) -> Any:
        return Occasion.objects.of(self.commune).filter(status=OccasionStatus.HELD, held_at__year=self.today.year)


def _rules_public(asked: Asked) -> Told:
    desk = ReceptionDesk.objects.filter(commune=asked.commune).first()
    return Told(
        bool(desk and desk.rules.strip()), "đã có nội quy" if desk and desk.rules.strip() else "chưa có nội quy"
    )


def _permanent_officer(asked: Asked) -> Told:
    desk = ReceptionDesk.objects.filter(commune=asked.commune).select_related("officer").first()
    return Told(bool(desk and desk.officer), str(desk.officer) if desk and desk.officer else "chưa phân công")


def _next_month_public(asked: Asked) -> Told:
    month = following_month(asked.today.replace(day=1))
    found = has_calendar(asked.commune, month)
    return Told(found, f"lịch tháng {month:%m/%Y} {'đã' if found else 'chưa'} công bố")


def _monthly_reception(asked: Asked) -> Told:
    ended = Q(ends_on__lt=asked.today) | Q(met_at__isnull=False)
    rows = Duty.objects.filter(ended, commune=asked.commune, kind=DutyKind.RECEPTION, starts_on__year=asked.today.year)
    return _share(rows.count(), rows.filter(met_at__isnull=False).count(), "tháng")


def _weekly_chair(asked: Asked) -> Told:
    """The last four whole weeks."""
    monday = week_of(asked.today).start
    rows = asked.held_this_year.filter(
        kind=OccasionKind.RECEPTION,
        seat=Seat.CHAIR,
        held_at__date__gte=monday - timedelta(days=28),
        held_at__date__lt=monday,
    )
    seen = {week_of(localdate(at)).start for at in rows.values_list("held_at", flat=True)}
    return Told(len(seen) == 4, f"{len(seen)}/4 tuần vừa qua")


def _refusals_noticed(asked: Asked) -> Told:
    rows = Turn.objects.of(asked.commune).filter(notice_due_at__isnull=False, notice_due_at__year=asked.today.year)
    late = rows.filter(Q(noticed_at__gt=F("notice_due_at")) | Q(noticed_at__isnull=True, notice_due_at__lt=asked.now))
    return _none_late(rows.count(), late.count(), "lượt từ chối")


def _online_announced(asked: Asked) -> Told:
    rows = Occasion.objects.of(asked.commune).filter(
        kind=OccasionKind.RECEPTION, is_online=True, starts_at__year=asked.today.year
    ).standing()  # fmt: skip
    late = rows.filter(Q(published_at__isnull=True) | Q(published_at__gt=F("starts_at") - timedelta(days=7)))
    return _none_late(rows.count(), late.count(), "buổi trực tuyến")


def _sorted(kind: str) -> Callable[[Asked], Told]:
    def check(asked: Asked) -> Told:
        rows = Petition.objects.of(asked.commune).filter(kind=kind, year=asked.today.year)
        late = rows.filter(
            Q(accepted_at__gt=F("sort_due_at")) | Q(status__in=UNSORTED, sort_due_at__lt=asked.now)
        )  # fmt: skip
        return _none_late(rows.count(), late.count(), "đơn")

    return check


def _resolved(kind: str) -> Callable[[Asked], Told]:
    def check(asked: Asked) -> Told:
        rows = Petition.objects.of(asked.commune).filter(kind=kind, year=asked.today.year, due_at__isnull=False)
        late = rows.filter(
            Q(concluded_at__gt=F("due_at")) | Q(concluded_at__isnull=True, ended_at__isnull=True, due_at__lt=asked.now)
        )
        return _none_late(rows.count(), late.count(), "đơn đã thụ lý")

    return check


def _sealed_right(asked: Asked) -> Told:
    count = SealedReader.objects.holding(asked.commune, asked.today).count()
    return Told(count > 0, f"{count} người có quyền")


def _dialogue_this_year(asked: Asked) -> Told:
    count = asked.held_this_year.filter(kind=OccasionKind.DIALOGUE).count()
    return Told(count > 0, f"{count} hội nghị trong năm {asked.today.year}")


def _yearly_meeting(asked: Asked) -> Told:
    count = asked.held_this_year.filter(kind=OccasionKind.YEARLY).count()
    left = "" if count else f", hạn {date(asked.today.year, 12, 31):%d/%m/%Y}"
    return Told(count > 0, f"{count} buổi gặp gỡ trong năm{left}")


def _opinions(kinds: tuple[str, ...]) -> Callable[[Asked], Told]:
    def check(asked: Asked) -> Told:
        rows = Opinion.objects.of(asked.commune).filter(occasion__kind__in=kinds, raised_at__year=asked.today.year)
        held = rows.filter(occasion__status=OccasionStatus.HELD)
        owed = held.filter(Q(status=OpinionStatus.RAISED) | Q(answered_at__isnull=True, due_at__lt=asked.now))
        return _none_late(held.count(), owed.count(), "ý kiến", late_words="chưa giao hoặc quá hạn")

    return check


def _share(total: int, met: int, unit: str) -> Told:
    return Told(None, "chưa có kỳ nào") if total == 0 else Told(met == total, f"{met}/{total} {unit}")


def _none_late(total: int, late: int, unit: str, *, late_words: str = "trễ hạn") -> Told:
    if total == 0:
        return Told(None, f"chưa có {unit}")
    return Told(late == 0, f"{total} {unit}, {late} {late_words}")


CHECKS: dict[str, Callable[[Asked], Told]] = {
    "rules_public": _rules_public,
    "permanent_officer": _permanent_officer,
    "next_month_public": _next_month_public,
    "monthly_reception": _monthly_reception,
    "weekly_chair": _weekly_chair,
    "refusals_noticed": _refusals_noticed,
    "online_announced": _online_announced,
    "complaints_sorted": _sorted(PetitionKind.COMPLAINT),
    "complaints_on_time": _resolved(PetitionKind.COMPLAINT),
    "denunciations_sorted": _sorted(PetitionKind.DENUNCIATION),
    "denunciations_on_time": _resolved(PetitionKind.DENUNCIATION),
    "sealed_right": _sealed_right,
    "dialogue_this_year": _dialogue_this_year,
    "opinions_on_time": _opinions(
        (OccasionKind.DIALOGUE, OccasionKind.SUDDEN, OccasionKind.VISIT, OccasionKind.YEARLY)
    ),
    "yearly_meeting": _yearly_meeting,
    "supervision_answered": _opinions((OccasionKind.SUPERVISION,)),
}


@cache
def _laws() -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(FILE.read_text())["laws"]
    return told


def checklist(commune: Agency, now: datetime) -> list[Law]:
    """Every duty of `data/duties.json` with what the data says of it now."""
    asked = Asked(commune, now)
    return [Law(law["law"], [_line(one, asked) for one in law["duties"]]) for law in _laws()]


def _line(duty: dict[str, str], asked: Asked) -> Line:
    look = duty.get("look", "")
    told = Told(None, "do trang khác theo dõi") if look else CHECKS[duty["check"]](asked)
    return Line(duty["words"], duty["basis"], SURE[duty["confidence"]], told, look)
