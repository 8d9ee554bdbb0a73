"""Which reports an office owes and how far each is: chưa lập, đang lập, đã gửi, trễ. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from gandan.measures.periods import quarter_of
from gandan.people.offices import Office
from gandan.places.models import Agency
from gandan.reforms.models import Adoption, DeclaredFigure
from gandan.tasks.deadlines import until_end_of

from ..models import Directive, PeriodReport, Synthesis, YearReport
from ..models.yearly import due_at
from ..workflow import Sending, Status
from .yearly import inside

AFTER_QUARTER = timedelta(days=10)
"""A synthesis is sent within ten days of the quarter (requirements 4.3, assumption)."""


@dataclass(frozen=True)
class State:
    """The word and the look of a report's state."""

    words: str
    look: str


@dataclass(frozen=True)
class Line:
    """A report that is owed. `name` and `key` make its address."""

    title: str
    period: str
    due_at: datetime
    state: State
    name: str
    key: int
    is_strict: bool = False


def state(*, is_made: bool, sent_at: datetime | None, last: datetime, now: datetime) -> State:
    """Late when the last valid moment passed unsent, or was missed."""
    if sent_at is not None:
        return State("Đã gửi, trễ", "late") if sent_at > last else State("Đã gửi", "done")
    if now > last:
        return State("Trễ, đang lập" if is_made else "Trễ, chưa lập", "late")
    return State("Đang lập", "go") if is_made else State("Chưa lập", "soon")


def state_of_year(held: YearReport | None, year: int, now: datetime) -> State:
    return state(is_made=held is not None, sent_at=held.sent_at if held else None, last=due_at(year), now=now)


def year_due(now: datetime) -> int:
    """The year whose report is looked at now: last year's until the end of January's deadline, then this one's."""
    today = localdate(now)
    return today.year - 1 if now <= due_at(today.year - 1) else today.year


def lines(office: Office, now: datetime) -> list[Line]:
    """What the office owes, the earliest deadline first."""
    agency = office.commune or office.agency
    found = [*_years(agency, now), *_quarters(agency, now), *_half_years(office, now)]
    return sorted(found, key=lambda one: one.due_at, reverse=True)


def _years(agency: Agency, now: datetime) -> Iterator[Line]:
    held = {one.year: one for one in YearReport.objects.filter(agency=agency)}
    this = localdate(now).year
    years = {this, *held, *([this - 1] if _ran_in(agency, this - 1) else [])}
    for year in years:
        yield Line(
            "Báo cáo kết quả triển khai các mô hình, sáng kiến", f"Năm {year}", due_at(year),
            state_of_year(held.get(year), year, now), "year_report", year,
        )  # fmt: skip


def _ran_in(agency: Agency, year: int) -> bool:
    """Whether there is anything to report of that year."""
    ran = Adoption.objects.filter(inside(agency), started_on__year__lte=year)
    alive = ran.filter(Q(ended_on__isnull=True) | Q(ended_on__year__gte=year))
    return alive.exists() or DeclaredFigure.objects.filter(inside(agency), year=year).exists()


def _quarters(agency: Agency, now: datetime) -> Iterator[Line]:
    """Syntheses of what we issued; the ended quarter is owed for every directive that still binds."""
    held = Synthesis.objects.filter(agency=agency).select_related("directive")
    for one in held:
        yield Line(
            "Tổng hợp nhân rộng hằng quý" + (f", {one.directive.number}" if one.directive else ""), one.period.label,
            until_end_of(one.end + AFTER_QUARTER),
            state(is_made=True, sent_at=one.sent_at, last=until_end_of(one.end + AFTER_QUARTER), now=now), "synthesis", one.pk,
        )  # fmt: skip
    period = quarter_of(quarter_of(localdate(now)).start - timedelta(days=1))
    made = {one.directive_id for one in held if one.start == period.start}
    owed = Directive.objects.filter(
        issuer=agency, status=Status.ISSUED, designations__isnull=False, issued_on__lte=period.end
    )
    last = until_end_of(period.end + AFTER_QUARTER)
    for directive in owed.exclude(pk__in=[key for key in made if key]).distinct():
        yield Line(
            f"Tổng hợp nhân rộng hằng quý, {directive.number}", period.label, last,
            state(is_made=False, sent_at=None, last=last, now=now), "syntheses", 0,
        )  # fmt: skip


def _half_years(office: Office, now: datetime) -> Iterator[Line]:
    if office.commune is None:
        return
    mine = PeriodReport.objects.filter(Q(agency=office.agency) | Q(agency=office.commune)).select_related("round")
    for one in mine:
        is_made = one.status == Sending.SENT or bool(one.results or one.difficulties or one.proposals)
        yield Line(
            one.round.title, one.round.period.label, one.round.due_at,
            state(is_made=is_made, sent_at=one.sent_at, last=one.round.due_at, now=now), "report", one.pk,
            is_strict=True,
        )  # fmt: skip


def communes(province: Agency, year: int, now: datetime) -> list[tuple[Agency, YearReport | None, State]]:
    """Every serving commune with its report of the year; what is not sent is told by its state only."""
    held = {one.agency_id: one for one in YearReport.objects.filter(agency__province=province, year=year)}
    rows = Agency.objects.communes().filter(province=province, is_serving=True).order_by("sort_name")
    return [(one, held.get(one.pk), state_of_year(held.get(one.pk), year, now)) for one in rows]
