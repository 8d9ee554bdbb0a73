"""The page of one measure: definition, figure, months, groups. Shown to leaders and to officers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.cockpit.boards import WIDTHS, stored_months
from gandan.cockpit.inquiry import GROUPINGS, Inquiry
from gandan.cockpit.labels import label_of
from gandan.measures.charts import Chart, Line, line_chart
from gandan.measures.measure import Ask, Measure, Row, answer
from gandan.measures.periods import CHOICES
from gandan.measures.registry import all_measures, measure_named
from gandan.measures.scope import Figure
from gandan.places.models import Agency


@dataclass(frozen=True)
class Place:
    """Whose measure is shown, on which page, and where the rows are (nowhere for a province)."""

    agencies: Sequence[Agency]
    name: str
    commune: Agency | None
    route: str
    back: str


@dataclass(frozen=True)
class GroupLine:
    label: str
    figure: Figure
    said: str
    rows: str


def found(name: str) -> Measure:
    try:
        return measure_named(name)
    except KeyError:
        raise Http404(f"Không có chỉ tiêu {name}.") from None


def measure_page(request: Any, name: str, place: Place) -> HttpResponse:
    """Two statements for a commune, one for a province."""
    now = timezone.now()
    inquiry = Inquiry.of(found(name), request.GET, localdate(now))
    scope = inquiry.scope([agency.pk for agency in place.agencies], now)
    measure = inquiry.measure
    whole, groups = answer(Ask(scope, (measure,)), Ask(scope, (measure,), inquiry.by))
    figure = whole[0].figures[name]
    facts = {
        "commune": place.commune, "place": place, "measure": measure, "inquiry": inquiry, "figure": figure, "now": now,
        "said": measure.say(figure.value), "groups": _lines(groups, inquiry, place), "charts": _charts(inquiry, place, now),
        "periods": _periods(inquiry), "groupings": _groupings(inquiry, place), "measures": all_measures(),
        "rows": _rows_address(inquiry, place, inquiry.address()),
    }  # fmt: skip
    return render(request, "cockpit/officer/measure.html", facts)


def _lines(rows: list[Row], inquiry: Inquiry, place: Place) -> list[GroupLine]:
    name = inquiry.measure.name
    if inquiry.by not in ("day", "month"):
        rows = sorted(rows, key=lambda row: (-row.figures[name].n, row.label))
    return [
        GroupLine(
            label_of(inquiry.by, row.label), row.figures[name], inquiry.measure.say(row.figures[name].value),
            _rows_address(inquiry, place, inquiry.within(row.key)),
        )
        for row in rows
    ]  # fmt: skip


def _rows_address(inquiry: Inquiry, place: Place, query: str) -> str:
    if place.commune is None or not query or not inquiry.is_of_dossiers:
        return ""
    return f"{reverse('cockpit:rows', args=[inquiry.measure.name])}{query}"


def _charts(inquiry: Inquiry, place: Place, now: Any) -> list[Chart]:
    """Twelve months from the store, for the whole commune."""
    measure = inquiry.measure
    if place.commune is None:
        return []
    months = stored_months(place.commune, localdate(now), (measure.name,))
    values = [month.value(measure.name) for month in months]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return []
    finding = f"{measure.label}, 12 tháng: từ {measure.say(min(known))} đến {measure.say(max(known))}"
    labels = [f"{month.first_day.month}/{month.first_day:%y}" for month in months]
    unit = "%" if measure.unit == "%" else ""
    return [line_chart(finding, labels, [Line("", values)], width=width, unit=unit) for width in WIDTHS]


def _periods(inquiry: Inquiry) -> list[dict[str, Any]]:
    is_named = inquiry.ky in CHOICES
    return [
        {"href": inquiry.address(ky=word, tu="", den=""), "label": label, "count": None,
         "is_current": word == inquiry.ky if is_named else False}
        for word, (label, _) in CHOICES.items()
    ]  # fmt: skip


def _groupings(inquiry: Inquiry, place: Place) -> list[dict[str, Any]]:
    offered = [word for word in Inquiry.offered(inquiry.measure) if word != "don-vi" or place.commune is None]
    return [
        {"href": inquiry.address(theo=word), "label": GROUPINGS[word][1], "count": None, "is_current": word == inquiry.grouping}
        for word in offered
    ]  # fmt: skip
