"""The list of tasks a person sees: whose, which chip, searched, sorted. Plain querysets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.timezone import localtime

from gandan.dossiers.register_book import sheet_of
from gandan.people.offices import Office

from .models import Task, TaskQuerySet
from .workflow import OPEN, Status

PAGE = 25
SOON = timedelta(days=7)
WHOSE = {"": "Đơn vị tôi", "toi": "Của tôi", "giao": "Chúng tôi giao", "tat-ca": "Cả xã"}
CHIPS = {
    "": "Đang làm",
    "qua-han": "Quá hạn",
    "sap-han": "Hạn trong 7 ngày",
    "cho-nhan": "Chưa nhận",
    "xong": "Đã xong",
    "het": "Tất cả",
}
ORDERS = {
    "": ("due_at", "pk"),
    "moi": ("-given_at", "-pk"),
    "don-vi": ("agency__sort_name", "due_at"),
    "viec": ("title", "pk"),
}
HEADERS = (
    "Việc",
    "Đơn vị",
    "Người làm",
    "Theo văn bản",
    "Hạn",
    "Tình trạng",
    "Tiến độ (%)",
    "Làm xong lúc",
    "Nguyên nhân chậm",
)


@dataclass(frozen=True)
class Asked:
    whose: str
    chip: str
    words: str
    order: str

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Asked:
        whose, chip, order = query.get("ai", ""), query.get("loc", ""), query.get("xep", "")
        return cls(
            whose if whose in WHOSE else "", chip if chip in CHIPS else "", query.get("q", "").strip(),
            order if order in ORDERS else "",
        )  # fmt: skip


def within(office: Office, whose: str) -> TaskQuerySet:
    """Rows of the boundary, narrowed to mine, my unit's, or those we gave."""
    seen = Task.objects.seen_by(office)
    if whose == "toi":
        return seen.filter(owner=office.user)
    if whose == "giao":
        return seen.filter(given_by=office.agency)
    return seen if whose == "tat-ca" else seen.filter(Q(agency=office.agency) | Q(owner=office.user))


def chosen(rows: TaskQuerySet, chip: str, now: datetime) -> TaskQuerySet:
    kept: dict[str, Callable[[datetime], TaskQuerySet]] = {
        "qua-han": rows.overdue, "sap-han": lambda now: rows.soon(now, now + SOON),
        "cho-nhan": lambda _: rows.filter(status=Status.ASSIGNED),
        "xong": lambda _: rows.filter(status__in=(Status.DONE, Status.ACCEPTED)), "het": lambda _: rows,
    }  # fmt: skip
    choose = kept.get(chip)
    return choose(now) if choose else rows.still_open()


def listed(office: Office, asked: Asked, now: datetime) -> QuerySet[Task]:
    rows = chosen(within(office, asked.whose).like(asked.words), asked.chip, now)
    return rows.select_related("agency", "owner", "given_by").order_by(*ORDERS[asked.order])


def counts(office: Office, whose: str, now: datetime) -> dict[str, int]:
    """One statement: how many under each chip."""
    is_open = Q(status__in=OPEN)
    asked = {
        "": is_open, "qua-han": is_open & Q(due_at__lt=now), "sap-han": is_open & Q(due_at__gte=now, due_at__lte=now + SOON),
        "cho-nhan": Q(status=Status.ASSIGNED), "xong": Q(status__in=(Status.DONE, Status.ACCEPTED)), "het": Q(),
    }  # fmt: skip
    told = within(office, whose).aggregate(
        **{f"c_{name.replace('-', '_')}": Count("pk", filter=rule) for name, rule in asked.items()}
    )
    return {name: told[f"c_{name.replace('-', '_')}"] for name in asked}


@dataclass(frozen=True)
class UnitLine:
    """A unit on the leader's page: how many open, overdue, and why."""

    name: str
    still_open: int
    overdue: int
    on_time: int
    late: int
    causes: list[str]


def by_unit(tasks: TaskQuerySet, now: datetime) -> list[UnitLine]:
    """Two statements: counts of every unit, causes of what is overdue."""
    is_open, done = Q(status__in=OPEN), Q(done_at__isnull=False, status__in=(Status.DONE, Status.ACCEPTED))
    rows = tasks.values("agency__pk", "agency__name").annotate(
        still_open=Count("pk", filter=is_open), overdue=Count("pk", filter=is_open & Q(due_at__lt=now)),
        on_time=Count("pk", filter=done & Q(done_at__lte=F("due_at"))), late=Count("pk", filter=done & Q(done_at__gt=F("due_at"))),
    ).order_by("-overdue", "agency__name")  # fmt: skip
    causes: dict[int, list[str]] = {}
    for agency, title, cause in tasks.overdue(now).order_by("due_at").values_list("agency", "title", "cause"):
        causes.setdefault(agency, []).append(f"{title}: {cause or 'chưa ghi nguyên nhân'}")
    return [
        UnitLine(
            row["agency__name"], row["still_open"], row["overdue"], row["on_time"], row["late"],
            causes.get(row["agency__pk"], []),
        )
        for row in rows
    ]  # fmt: skip


def workbook(tasks: Iterable[Task]) -> bytes:
    return sheet_of(HEADERS, [_line(task) for task in tasks])


def _line(task: Task) -> tuple[Any, ...]:
    done = f"{localtime(task.done_at):%d/%m/%Y %H:%M}" if task.done_at else ""
    return (
        task.title, task.agency.name, str(task.owner or ""), task.source, f"{localtime(task.due_at):%d/%m/%Y %H:%M}",
        task.status_label(), task.percent, done, task.cause,
    )  # fmt: skip
