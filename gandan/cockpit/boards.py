"""What the boards of a commune show: this month and today, twelve months, fields, whose delay, what will be late.

A board reads the period store for months gone by and asks the dossiers only about the present one, in one statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Prefetch, QuerySet
from django.utils.timezone import localdate

from gandan.dossiers.models import Dossier, Leg, LegStatus
from gandan.dossiers.remaining import Remainder, remainder
from gandan.measures.charts import Chart, Line, line_chart
from gandan.measures.measure import Row, answer
from gandan.measures.models import PeriodValue
from gandan.measures.periods import last_months, month_of
from gandan.measures.registry import ask, measure_named
from gandan.measures.scope import Figure, Scope
from gandan.places.calendar import Calendar
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

MONTHS = 12
SHOWN = 30
IN_MONTHS = ("received", "settled", "on_time_rate", "processing_hours")
THIS_MONTH = (*IN_MONTHS, "late", "running_late", "online_share", "same_day_share", "waiting_hours", "supplement_share",
              "second_requests", "withdrawn", "refused", "satisfaction", "on_time_766")  # fmt: skip
OTHERS = ("received", "settled", "late", "waiting_hours", "supplement_share", "second_requests", "withdrawn", "refused",
          "satisfaction", "on_time_766")  # fmt: skip
TODAY = ("submitted", "received", "settled", "late")
BY_FIELD = ("received", "settled", "late", "on_time_rate", "processing_hours")


@dataclass(frozen=True)
class Month:
    """One month of the chart and its table; a figure nobody reckoned is missing."""

    first_day: date
    figures: dict[str, Figure | None]

    def value(self, name: str) -> float | None:
        figure = self.figures.get(name)
        return figure.value if figure else None


@dataclass(frozen=True)
class Board:
    now: datetime
    month: dict[str, Figure]
    today: dict[str, Figure]
    months: list[Month]
    fields: list[Row]
    holders: list[Row]

    @property
    def counts_charts(self) -> list[Chart]:
        """Received and settled, drawn wide and narrow."""
        lines = [Line("nhận", self._line("received")), Line("xong", self._line("settled"), "beside")]
        return [line_chart(self.counts_finding, self._labels, lines, width=width) for width in WIDTHS]

    @property
    def rate_charts(self) -> list[Chart]:
        line = Line("", self._line("on_time_rate"))
        return [line_chart(self.rate_finding, self._labels, [line], width=width, unit="%") for width in WIDTHS]

    @property
    def counts_finding(self) -> str:
        received, settled = (measure_named(name).say(self.month[name].value) for name in ("received", "settled"))
        return f"Tháng {self.now:%m} đến nay: nhận {received}, giải quyết xong {settled} hồ sơ"

    @property
    def rate_finding(self) -> str:
        """This month beside the middle of the months before."""
        measure, value = measure_named("on_time_rate"), self.month["on_time_rate"].value
        before = sorted(known for known in self._line("on_time_rate")[:-1] if known is not None)
        if value is None:
            return f"Tháng {self.now:%m} chưa có hồ sơ giải quyết xong"
        said = f"Tháng {self.now:%m}: {measure.say(value)} trước và đúng hạn"
        return f"{said}, các tháng trước thường {measure.say(before[len(before) // 2])}" if before else said

    def _line(self, name: str) -> list[float | None]:
        return [month.value(name) for month in self.months]

    @property
    def _labels(self) -> list[str]:
        return [*(f"{month.first_day.month}/{month.first_day:%y}" for month in self.months[:-1]), "nay"]


WIDTHS = (680, 350)
DOSSIER_SHOWN = ("code", "due_at", "clock_started_at", "received_at", "procedure__short_name")
LEG_SHOWN = ("dossier", "name", "started_at", "due_at", "agency__name")


def board_of(commune: Agency, now: datetime) -> Board:
    """Two statements."""
    today, period = localdate(now), month_of(localdate(now))
    month, day = (
        Scope((commune.pk,), first, last, now) for first, last in ((period.start, period.end), (today, today))
    )
    whole, of_day, fields, holders = answer(
        ask(month, *THIS_MONTH),
        ask(day, *TODAY),
        ask(month, *BY_FIELD, by="field"),
        ask(month, "by_leg_delay", by="holder"),
    )
    months = [*stored_months(commune, today)[:-1], Month(period.start, dict(whole[0].figures))]
    holders.sort(key=lambda row: -(row.figures["by_leg_delay"].value or 0))
    fields.sort(key=lambda row: (-row.figures["received"].n, row.label))
    return Board(now, whole[0].figures, of_day[0].figures, months, fields, holders)


def stored_months(commune: Agency, today: date, names: tuple[str, ...] = IN_MONTHS) -> list[Month]:
    """Twelve months as kept in the period store, the present one last."""
    firsts = last_months(today, MONTHS)
    months = {first: Month(first, {}) for first in firsts}
    for kept in PeriodValue.objects.of_months(firsts).filter(agency=commune, measure__in=names):
        months[kept.period].figures[kept.measure] = kept.figure
    return list(months.values())


@dataclass(frozen=True)
class AtRisk:
    """A dossier that is late, or will be within two working days, how much time is left, and who has it."""

    dossier: Dossier
    remainder: Remainder
    legs: list[tuple[Leg, Remainder | None]]


def at_risk(commune: Agency, now: datetime) -> list[AtRisk]:
    """The most urgent first, at most thirty. Two statements."""
    calendar = calendar_of(commune)
    return [_risk(dossier, now, calendar) for dossier in due_within(commune, _horizon(calendar, now))[:SHOWN]]


def _horizon(calendar: Calendar, now: datetime) -> datetime:
    """The end of the second working day from today."""
    first = calendar.next_working_day(localdate(now))
    return calendar.end_of_day(calendar.next_working_day(first)) + timedelta(minutes=1)


def due_within(commune: Agency, end: datetime) -> QuerySet[Dossier]:
    running = Leg.objects.filter(status=LegStatus.RUNNING).select_related("agency").only(*LEG_SHOWN)
    late = Dossier.objects.of(commune).running().filter(due_at__lt=end).select_related("procedure").only(*DOSSIER_SHOWN)
    return late.by_due().prefetch_related(Prefetch("legs", running, to_attr="running_legs"))


def _risk(dossier: Dossier, now: datetime, calendar: Calendar) -> AtRisk:
    due_at, started_at = dossier.due_at or now, dossier.clock_started_at or dossier.received_at or now
    legs: list[Leg] = getattr(dossier, "running_legs", [])
    return AtRisk(
        dossier,
        remainder(due_at, started_at, now, calendar),
        [(leg, remainder(leg.due_at, leg.started_at or now, now, calendar) if leg.due_at else None) for leg in legs],
    )
