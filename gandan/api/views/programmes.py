"""Programmes: what runs where on a day, switching on, switching off."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404
from django.utils import timezone
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from gandan.people.offices import Office
from gandan.places.models import Agency
from gandan.programmes import actions
from gandan.programmes.kinds import Running, kind_named
from gandan.programmes.models import Programme
from gandan.programmes.rights import CHANGERS, WHO
from gandan.programmes.running import terms_of

from ..callers import ApiRequest, Bearer
from ..problems import NOT_ALLOWED, Problem
from ..repeats import once

router = Router(tags=["Chương trình"], auth=Bearer())
LONGEST_ID = 2**63 - 1
MOST_REPLACED = 50


class RunningProgramme(Schema):
    """`parameters` are those of the term that holds on the day; `agency` is the code of the unit it belongs to."""

    id: int
    kind: str
    name: str
    agency: str
    since: date
    until: date | None
    parameters: dict[str, Any]
    origin: str


class Programmes(Schema):
    items: list[RunningProgramme]


class Asked(Schema):
    agency: str = Field("", max_length=20, description="mã xã hoặc cơ quan của xã; bỏ trống là đơn vị của người gọi")
    day: date | None = Field(None, description="ngày hỏi; mặc định hôm nay")


class SwitchIn(Schema):
    """`replacing`: programmes of the unit that end the day before, where the answer 409 named a clash."""

    model_config = ConfigDict(extra="forbid")
    kind: str = Field(min_length=1, max_length=40)
    agency: str = Field("", max_length=20, description="mã đơn vị; bỏ trống là xã của người gọi")
    name: str = Field("", max_length=160)
    parameters: dict[str, Any] = Field(default_factory=dict)
    since: date
    until: date | None = None
    basis: str = Field("", max_length=300)
    origin: str = Field("", max_length=80, description="mã mô hình")
    replacing: list[int] = Field(default_factory=list, max_length=MOST_REPLACED)


class SwitchOffIn(Schema):
    model_config = ConfigDict(extra="forbid")
    last_day: date
    reason: str = Field(min_length=1, max_length=300)


@router.get("/programmes", response=Programmes, summary="Chương trình có hiệu lực vào một ngày")
def programmes(request: ApiRequest, asked: Query[Asked]) -> Programmes:
    """Terms that hold on the day, also where the day of the week is not theirs; those of the province included."""
    agency = _agency(request.auth.staff_office(), asked.agency)
    day = asked.day or timezone.localdate()
    held = [one for one in terms_of(agency) if one.covers(day)]
    codes = dict(Agency.objects.filter(pk__in={one.agency_id for one in held}).values_list("pk", "code"))
    return Programmes(items=[_running(one, codes[one.agency_id]) for one in held])


@router.post("/programmes", response={201: RunningProgramme}, summary="Bật chương trình")
def switch_on(request: ApiRequest, body: SwitchIn) -> Status[Any]:
    agency = _agency(_changer(request), body.agency)

    def do() -> RunningProgramme:
        switch = actions.Switch(**{**body.model_dump(), "agency": agency, "replacing": tuple(body.replacing)})
        return _programme(actions.switch_on(switch, by=request.auth.user, now=timezone.now()))

    return once(request, 201, do)


@router.post("/programmes/{programme_id}/switch-off", response=RunningProgramme, summary="Dừng chương trình, ghi lý do")
def switch_off(request: ApiRequest, programme_id: int, body: SwitchOffIn) -> Status[Any]:
    office = _changer(request)
    own = Programme.objects.of(office.agency).select_related("agency")
    programme = own.filter(pk=programme_id).first() if 0 < programme_id <= LONGEST_ID else None
    if programme is None:
        raise Http404

    def do() -> RunningProgramme:
        actions.switch_off(
            programme, last_day=body.last_day, reason=body.reason, by=request.auth.user, now=timezone.now()
        )
        return _programme(programme)

    return once(request, 200, do)


def _changer(request: ApiRequest) -> Office:
    """The roles of the browser; the province's people switch nothing inside a commune."""
    office = request.auth.staff_office()
    if office.commune is None or not office.holds(*CHANGERS):
        raise Problem(NOT_ALLOWED, WHO)
    return office


def _agency(office: Office, code: str) -> Agency:
    """Within the caller's commune, or for the province any of its own; Http404 for others."""
    root = office.commune or office.agency
    if code in ("", root.code):
        return root
    inside = Agency.objects.filter(commune=root) if office.commune else Agency.objects.filter(province=root)
    found = inside.filter(code=code).first()
    if found is None:
        raise Http404
    return found


def _running(one: Running, agency: str) -> RunningProgramme:
    return RunningProgramme(
        id=one.programme_id, kind=one.kind, name=one.name, agency=agency, since=one.since, until=one.until,
        parameters=kind_named(one.kind).plain(one.values), origin=one.origin,
    )  # fmt: skip


def _programme(programme: Programme) -> RunningProgramme:
    """As its last term says."""
    return _running(programme.terms.latest("since").as_running(), programme.agency.code)
