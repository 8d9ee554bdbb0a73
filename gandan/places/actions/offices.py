"""Verbs of agencies: opening a commune on this platform, contact data, office hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from django.db import models, transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.places.calendar import DEFAULT_SESSIONS, Calendar
from gandan.places.calendars import forget_calendars, week_of
from gandan.places.directory import forget_serving
from gandan.places.events import AgencyEdited, CommuneOpened, OfficeSessionsSet
from gandan.places.models import Agency, AgencyKind, OfficeSession, derived_names
from gandan.places.reading import IDENTIFIER, phone_of
from gandan.places.structure import default_identifier, parts_of

TWO_LEVELS_SINCE = date(2025, 7, 1)
"""Local government has two levels from this day (Luật Tổ chức chính quyền địa phương 2025)."""

EDITABLE = frozenset({"name", "phone", "email", "address", "identifier"})


@transaction.atomic
def open_commune(commune: Agency, *, identifier: str = "", by: models.Model | None = None) -> Agency:
    """The commune works with this platform: its divisions, partner agencies and default office hours appear.

    Done twice, it changes nothing. Without `identifier` a commune that has none gets a provisional one.
    """
    if commune.kind != AgencyKind.COMMUNE:
        raise RuleBroken(f"{commune.name} không phải xã, phường, đặc khu.")
    if commune.is_serving:
        return commune
    given = identifier or commune.identifier or default_identifier(commune.code, _province_suffix(commune))
    _check_identifier(commune, given)
    commune.is_serving, commune.identifier = True, given
    commune.save(update_fields=["is_serving", "identifier"])
    _add_parts(commune)
    if not commune.sessions.exists():
        _write_sessions(commune, DEFAULT_WEEK, valid_from=TWO_LEVELS_SINCE)
    record(CommuneOpened(commune_id=commune.pk), about=commune, by=by)
    _forget()
    return commune


@transaction.atomic
def edit_agency(agency: Agency, *, by: models.Model | None = None, **told: str) -> Agency:
    """Contact data and identifier of an agency; the name of a division or partner agency (columns in `EDITABLE`).

    RuleBroken on a wrong telephone, an identifier of wrong form or of another agency, a new name for a state unit.
    """
    if unknown := told.keys() - EDITABLE:
        raise TypeError(f"edit_agency() cannot change {', '.join(sorted(unknown))}.")
    changed = [name for name, value in told.items() if getattr(agency, name) != value]
    for name in changed:
        setattr(agency, name, told[name])
    _check_edit(agency, changed)
    if changed:
        _save_edit(agency, changed)
        record(AgencyEdited(agency_id=agency.pk, fields=sorted(changed)), about=agency, by=by)
        _forget()
    return agency


Week = Mapping[int, tuple[tuple[time, time], ...]]
"""Half-day sessions (start, end) by weekday, 0 = Monday."""

DEFAULT_WEEK: Week = {
    day: tuple((session.start, session.end) for session in sessions) for day, sessions in DEFAULT_SESSIONS.items()
}


@transaction.atomic
def set_sessions(agency: Agency, week: Week, *, valid_from: date, by: models.Model | None = None) -> None:
    """Office hours from a day on; the hours before stay for what was counted by them.

    RuleBroken without a session on Monday, with sessions that overlap or end before they start.
    """
    _write_sessions(agency, week, valid_from=valid_from)
    weekdays = sorted(day for day, sessions in week.items() if sessions)
    record(OfficeSessionsSet(agency_id=agency.pk, valid_from=valid_from, weekdays=weekdays), about=agency, by=by)
    _forget()


def _write_sessions(agency: Agency, week: Week, *, valid_from: date) -> None:
    rows = [
        OfficeSession(agency=agency, weekday=day, starts=starts, ends=ends, valid_from=valid_from)
        for day, sessions in sorted(week.items())
        for starts, ends in sessions
    ]
    try:
        Calendar(sessions=week_of(rows))
    except ValueError as error:
        raise RuleBroken(str(error)) from error
    OfficeSession.objects.filter(agency=agency, valid_from=valid_from).delete()
    OfficeSession.objects.bulk_create(rows)


def _add_parts(commune: Agency) -> None:
    known = set(commune.children.values_list("part", flat=True))
    Agency.objects.bulk_create(
        Agency(
            code=f"{commune.code}-{part.suffix}",
            name=part.name,
            kind=part.kind,
            part=part.part,
            parent=commune,
            commune=commune,
            province_id=commune.province_id,
            **derived_names(part.name),
        )
        for part in parts_of(commune.name)
        if part.part not in known
    )


def _province_suffix(commune: Agency) -> str:
    """ "H24" of 000.00.00.H24; "" when the province has no identifier."""
    return commune.province.identifier.rpartition(".")[2] if commune.province else ""


def _check_edit(agency: Agency, changed: list[str]) -> None:
    if "name" in changed and agency.kind in (AgencyKind.COMMUNE, AgencyKind.PROVINCE):
        raise RuleBroken("Tên đơn vị hành chính theo danh mục của Nhà nước, không sửa ở đây.")
    if "name" in changed and not agency.name.strip():
        raise RuleBroken("Cần ghi tên cơ quan.")
    if "identifier" in changed:
        _check_identifier(agency, agency.identifier)
    try:
        phone_of(agency.phone)
    except ValueError as error:
        raise RuleBroken(f"Xem lại: {error}") from error


def _check_identifier(agency: Agency, identifier: str) -> None:
    if not identifier:
        if agency.is_serving:
            raise RuleBroken("Xã đang phục vụ phải có mã định danh, vì mã đứng đầu mọi mã hồ sơ.")
        return
    if not IDENTIFIER.fullmatch(identifier):
        raise RuleBroken(f"Mã định danh “{identifier}” không đúng dạng 000.31.52.H24.")
    other = Agency.objects.filter(identifier=identifier).exclude(pk=agency.pk).first()
    if other:
        raise RuleBroken(f"Mã định danh {identifier} đang là của {other.name}.")


def _save_edit(agency: Agency, changed: list[str]) -> None:
    for name, value in derived_names(agency.name).items():
        setattr(agency, name, value)
    agency.save(update_fields=[*changed, "folded_name", "sort_name"])


def _forget() -> None:
    forget_calendars()
    forget_serving()
