"""What somebody has chosen so far, carried in the address: service, matter, day, hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.timezone import localtime

from gandan.booking import offers
from gandan.booking.offers import DaySlots
from gandan.booking.programmes import matters_of
from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.places.calendar import VIETNAM
from gandan.places.models import Agency
from gandan.programmes.kinds import Running, kind_named


@dataclass(frozen=True)
class Matter:
    """One thing that can be booked: its value in the address, its name, the procedure if it is one."""

    value: str
    name: str
    procedure: Procedure | None = None


@dataclass(frozen=True)
class Service:
    """A programme on the page: what it serves and when."""

    rule: Running
    matters: tuple[Matter, ...]

    @property
    def hours(self) -> str:
        return offers.say_hours(self.rule)

    @property
    def label(self) -> str:
        return kind_named(self.rule.kind).label


@dataclass(frozen=True)
class Chosen:
    service: Service
    matter: Matter

    @property
    def rule(self) -> Running:
        return self.service.rule

    @property
    def query(self) -> str:
        """For links to the next step."""
        return urlencode({"dich-vu": str(self.rule.programme_id), "viec": self.matter.value})


def services_of(agency: Agency, today: date) -> list[Service]:
    """Whatever can be booked, with the names of its procedures (one statement)."""
    rules = offers.services(agency, today)
    codes = {code for rule in rules for code in rule.values["procedures"]}
    procedures = {one.code: one for one in Procedure.objects.filter(code__in=codes)} if codes else {}
    return [Service(rule, _matters(rule, procedures)) for rule in rules]


def _matters(rule: Running, procedures: dict[str, Procedure]) -> tuple[Matter, ...]:
    named = [Matter(name, name) for name in matters_of(rule.values)]
    coded = [
        Matter(code, procedures[code].short_name, procedures[code])
        for code in rule.values["procedures"] if code in procedures
    ]  # fmt: skip
    return (*named, *coded) or (Matter("", "Mọi thủ tục của Trung tâm"),)


def chosen(request: HttpRequest, agency: Agency, today: date) -> Chosen | None:
    """None before the first step; RuleBroken for a service or matter that is offered no more."""
    asked = request.GET.get("dich-vu", "")
    if not asked:
        return None
    return choose(agency, today, asked, request.GET.get("viec", ""))


def choose(agency: Agency, today: date, programme: str, matter: str) -> Chosen:
    for service in services_of(agency, today):
        if str(service.rule.programme_id) != programme:
            continue
        for one in service.matters:
            if one.value == matter:
                return Chosen(service, one)
    raise RuleBroken("Dịch vụ hoặc việc này hiện không nhận đặt lịch. Xin chọn lại.")


def day_of(request: HttpRequest, days: list[DaySlots]) -> DaySlots | None:
    """The day asked for, else the first with a free hour."""
    asked = request.GET.get("ngay", "")
    return next((one for one in days if one.day.isoformat() == asked), days[0] if days else None)


def moment_of(text: str) -> datetime:
    """“2026-11-24T12:00” on the clock of Việt Nam. RuleBroken for anything else."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise RuleBroken("Giờ hẹn chưa đúng. Xin chọn lại giờ trong danh sách.") from None
    return at.replace(tzinfo=VIETNAM) if at.tzinfo is None else localtime(at)
