"""Figures by name: those of the caller's commune, or for the province of any of its communes."""

from datetime import date, timedelta
from typing import Literal

from django.http import Http404
from django.utils import timezone
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from gandan.measures.measure import Measure
from gandan.measures.registry import all_measures, measure_named
from gandan.measures.scope import Figure, Scope
from gandan.people.offices import Office
from gandan.places.models import Agency

from .. import shapes
from ..callers import ApiRequest, Bearer
from ..problems import UNREADABLE, Problem

router = Router(tags=["Số liệu"], auth=Bearer())
DAYS_BEFORE, LONGEST_DAYS = 30, 3660


class Asked(Schema):
    start: date | None = Field(None, alias="from", description="mặc định 30 ngày trước")
    end: date | None = Field(None, alias="to", description="tính cả ngày này; mặc định hôm nay")
    agency: str = Field("", max_length=20, description="mã xã; cấp tỉnh bỏ trống là cả tỉnh")
    group_by: Literal["", "agency", "procedure", "field", "channel", "day", "month"] = ""


@router.get("/measures", response=shapes.Measures, summary="Các số liệu và cách tính")
def measures(request: ApiRequest) -> shapes.Measures:
    request.auth.staff_office()
    return shapes.Measures(items=[shapes.MeasureItem(**_facts(one)) for one in all_measures()])


@router.get("/measures/{name}", response=shapes.MeasureOut, summary="Một số liệu trong một kỳ")
def measure(request: ApiRequest, name: str, asked: Query[Asked]) -> shapes.MeasureOut:
    communes = _communes(request.auth.staff_office(), asked.agency)
    try:
        found = measure_named(name)
    except KeyError:
        raise Http404 from None
    scope = _scope(communes, asked.start, asked.end)
    groups = found.group(scope, asked.group_by) if asked.group_by else []
    return shapes.MeasureOut(
        **_facts(found), start=scope.start.isoformat(), end=scope.end.isoformat(),
        agencies=[one.code for one in communes], figure=_figure("", found.figure(scope)),
        groups=[_figure(key, figure) for key, figure in groups],
    )  # fmt: skip


def _facts(one: Measure) -> dict[str, str]:
    return {name: str(getattr(one, name)) for name in ("name", "label", "unit", "formula", "better", "source")}


def _figure(key: str, one: Figure) -> shapes.FigureOut:
    return shapes.FigureOut(key=key, value=one.value, numerator=one.numerator, denominator=one.denominator, n=one.n)


def _communes(office: Office, code: str) -> list[Agency]:
    """Raises Http404 for a commune that is not this office's business."""
    if office.commune is not None:
        communes = [office.commune]
    else:
        served = Agency.objects.communes().filter(province=office.agency, is_serving=True)
        communes = list(served.order_by("sort_name"))
    wanted = [one for one in communes if code in ("", one.code)]
    if not wanted:
        raise Http404
    return wanted


def _scope(communes: list[Agency], start: date | None, end: date | None) -> Scope:
    last = end or localdate()
    if last.year < 2000 or last.year > 2200:
        raise Problem(UNREADABLE, "“to” phải trong khoảng năm 2000 đến 2200.")
    first = start or last - timedelta(days=DAYS_BEFORE)
    if not 0 <= (last - first).days <= LONGEST_DAYS:
        raise Problem(UNREADABLE, "“from” phải trước “to”, kỳ dài nhất mười năm.")
    return Scope(tuple(one.pk for one in communes), first, last, timezone.now())
