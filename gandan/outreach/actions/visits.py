"""Visits at home: asked, planned along a route, and everything that may come instead of a visit."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.dossiers import actions as dossier_actions
from gandan.dossiers.models import Dossier
from gandan.journal.actions import record
from gandan.people.contacts import ContactUnclear, phone_number
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet
from gandan.programmes.kinds import Running
from gandan.programmes.running import running

from ..events import (
    DeathAnnounced,
    PostOffered,
    VisitAsked,
    VisitCancelled,
    VisitMissed,
    VisitScheduled,
    VisitSetOut,
)
from ..field_programmes import HOME_SERVICE
from ..fieldwork import day_span
from ..models import Group, HomeVisit, Purpose, Team
from ..route import Stop, in_order
from ..workflow import CANCEL_VISIT, MISS, OFFER_POST, SCHEDULE, SET_OUT, VisitStatus


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request for a visit. `asked_by`: who asks, where it is not the person. `key`: of the form, so that it counts once."""

    purpose: str
    name: str
    phone: str
    address: str
    group: str = ""
    hamlet: Hamlet | None = None
    evidence: str = ""
    asked_by: str = ""
    procedure: Procedure | None = None
    dossier: Dossier | None = None
    note: str = ""
    position: tuple[float, float] | None = None
    key: str = ""


def rule_now(agency: Agency, now: datetime) -> Running:
    found = running(HOME_SERVICE, agency, localdate(now))
    if not found:
        raise RuleBroken("Xã chưa mở phục vụ tại nhà. Xin gọi điện cho Trung tâm để được hướng dẫn.")
    return found[0]


@transaction.atomic
def ask_visit(agency: Agency, asked: Asked, *, by: User | None, now: datetime) -> HomeVisit:
    """Keep the request. Nobody is refused for a missing paper: the group is looked at on the visit.

    Who is in none of the groups is offered the post instead (S1.15). The same form sent again is the request already kept.
    """
    rule = rule_now(agency, now)
    if asked.key and (known := HomeVisit.objects.filter(key=asked.key, commune=agency).first()):
        return known
    visit = _make(agency, asked, programme_id=rule.programme_id, now=now)
    event = VisitAsked(
        visit_id=visit.pk, purpose=visit.purpose, group=visit.group, by_proxy=bool(visit.asked_by.strip())
    )
    record(event, about=visit, by=by, at=now, is_first=True)
    if asked.group not in rule.values["groups"] and asked.purpose != Purpose.NOTICE:
        offer_post(visit, by=by, now=now)
    return visit


def _make(agency: Agency, asked: Asked, *, programme_id: int | None, now: datetime) -> HomeVisit:
    name = " ".join(asked.name.split())
    if not name:
        raise RuleBroken("Xin ghi họ tên người cần phục vụ.")
    if asked.purpose not in Purpose.values or asked.group not in Group.values:
        raise RuleBroken("Xin chọn lại việc cần làm và nhóm.")
    if asked.hamlet is not None and asked.hamlet.commune_id != agency.pk:
        raise RuleBroken("Khu dân cư này không thuộc xã.")
    try:
        phone = phone_number(asked.phone)
    except ContactUnclear as unclear:
        raise RuleBroken(str(unclear)) from None
    latitude, longitude = asked.position or (None, None)
    return HomeVisit.objects.create(
        commune=agency, hamlet=asked.hamlet, purpose=asked.purpose, group=asked.group, programme_id=programme_id,
        evidence=asked.evidence.strip()[:200], key=asked.key or secrets.token_hex(16), name=name[:120], phone=phone,
        address=asked.address.strip(), asked_by=asked.asked_by.strip()[:120], procedure=asked.procedure,
        dossier=asked.dossier, asked_at=now, note=asked.note.strip(), latitude=latitude, longitude=longitude,
    )  # fmt: skip


@transaction.atomic
def offer_post(visit: HomeVisit, *, by: User | None, now: datetime) -> None:
    """In none of the groups: the post brings papers and results, and is offered kindly. A later word may still change it."""
    visit.take(OFFER_POST)
    record(PostOffered(**_about(visit)), about=visit, by=by, at=now)


def _about(visit: HomeVisit) -> dict[str, Any]:
    return {"visit_id": visit.pk, "purpose": visit.purpose, "group": visit.group}


@dataclass(frozen=True)
class VisitPlan:
    """When, and who goes: an officer, with a team where there is one."""

    at: datetime
    visitor: User | None = None
    team: Team | None = None


@transaction.atomic
def schedule_visit(visit: HomeVisit, *, plan: VisitPlan, by: User | None, now: datetime) -> None:
    """Set or move the day; the visitor's whole day is put in the order of the way."""
    if plan.at < now:
        raise RuleBroken("Ngày giờ này đã qua. Xin chọn lại.")
    if plan.visitor is not None and (plan.visitor.agency is None or plan.visitor.agency.commune_id != visit.commune_id):
        raise RuleBroken(f"{plan.visitor} không thuộc xã.")
    if plan.team is not None and plan.team.commune_id != visit.commune_id:
        raise RuleBroken("Tổ này không thuộc xã.")
    visit.take(SCHEDULE)
    visit.planned_for, visit.visitor, visit.team = plan.at, plan.visitor, plan.team
    visit.save(update_fields=["planned_for", "visitor", "team"])
    _order_day(visit)
    event = VisitScheduled(**_about(visit), planned_for=plan.at, visitor_id=plan.visitor.pk if plan.visitor else None)
    record(event, about=visit, by=by, at=now)


def _order_day(visit: HomeVisit) -> None:
    assert visit.planned_for is not None
    start, end = day_span(localdate(visit.planned_for))
    day = HomeVisit.objects.filter(
        commune=visit.commune_id, visitor=visit.visitor_id, planned_for__gte=start, planned_for__lt=end,
        status__in=(VisitStatus.SCHEDULED, VisitStatus.ON_THE_WAY),
    ).select_related("commune")  # fmt: skip
    places = {one.pk: number for number, one in enumerate(Hamlet.objects.of(visit.commune))}
    stops = [Stop(one.pk, places.get(one.hamlet_id or 0, len(places)), _point(one)) for one in day]
    centre = visit.commune
    begin = None if centre.latitude is None or centre.longitude is None else (centre.latitude, centre.longitude)
    for number, stop in enumerate(in_order(stops, start=begin), start=1):
        HomeVisit.objects.filter(pk=stop.visit).update(route_order=number)
    visit.refresh_from_db(fields=["route_order"])


def _point(visit: HomeVisit) -> tuple[float, float] | None:
    return None if visit.latitude is None or visit.longitude is None else (visit.latitude, visit.longitude)


@transaction.atomic
def set_out(visit: HomeVisit, *, by: User, now: datetime) -> None:
    """The visitor is on the way; the family sees it."""
    visit.take(SET_OUT)
    if visit.visitor_id is None:
        visit.visitor = by
        visit.save(update_fields=["visitor"])
    record(VisitSetOut(**_about(visit)), about=visit, by=by, at=now)


@transaction.atomic
def miss_visit(visit: HomeVisit, *, note: str, by: User, now: datetime) -> None:
    """Nobody was met; another visit follows. A result promised home is noted there too."""
    if not note.strip():
        raise RuleBroken("Xin ghi đã đến lúc nào và hẹn lại khi nào.")
    visit.take(MISS)
    visit.attempts += 1
    visit.note = "\n".join(filter(None, (visit.note, note.strip())))
    visit.route_order = None
    visit.save(update_fields=["attempts", "note", "route_order"])
    home = getattr(visit.dossier, "home_return", None) if visit.purpose == Purpose.RETURN else None
    if home is not None:
        dossier_actions.miss_home_return(home, note=note, by=by, now=now)
    record(VisitMissed(**_about(visit), attempts=visit.attempts), about=visit, by=by, at=now)


@transaction.atomic
def cancel_visit(visit: HomeVisit, *, reason: str, by: User | None, now: datetime) -> None:
    """Not needed any more; the reason stays."""
    if not reason.strip():
        raise RuleBroken("Xin ghi vì sao không đến nhà nữa.")
    visit.take(CANCEL_VISIT)
    visit.note = "\n".join(filter(None, (visit.note, reason.strip())))
    visit.route_order = None
    visit.save(update_fields=["note", "route_order"])
    record(VisitCancelled(**_about(visit)), about=visit, by=by, at=now)


@transaction.atomic
def announce_death(agency: Agency, asked: Asked, *, by: User | None, now: datetime) -> HomeVisit:
    """A death told by the family, the hamlet head or the hotline: the visit is there at once, at whatever hour (S0.36)."""
    rule = next(iter(running(HOME_SERVICE, agency, localdate(now))), None)
    visit = _make(agency, asked, programme_id=rule.programme_id if rule else None, now=now)
    HomeVisit.objects.filter(pk=visit.pk).update(purpose=Purpose.NOTICE, group=Group.BEREAVED)
    visit.refresh_from_db()
    record(DeathAnnounced(**_about(visit)), about=visit, by=by, at=now, is_first=True)
    schedule_visit(visit, plan=VisitPlan(at=now), by=by, now=now)
    return visit
