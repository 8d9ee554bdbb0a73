"""Plain makers of people and the communes they belong to, for the tests of every app."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as AUTHENTICATED_USER,
)
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as METHODS
from allauth.account.internal.userkit import user_id_to_str
from django.core.cache import cache
from django.test import Client

from gandan.people.models import Assignment, Role, User
from gandan.places.models import Agency, AgencyKind

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
TODAY = NOW.date()
LONG_AGO = date(2025, 7, 1)
PASSWORD = "con trâu đi trước"


def _unit(code: str, name: str, kind: str, parent: Agency | None, **more: object) -> Agency:
    found = Agency.objects.filter(code=code).first()
    return found or Agency.objects.create(code=code, name=name, kind=kind, parent=parent, **more)


def province(code: str = "31", name: str = "Thành phố Hải Phòng") -> Agency:
    made = _unit(code, name, AgencyKind.PROVINCE, None)
    if made.province_id is None:
        Agency.objects.filter(pk=made.pk).update(province=made)
        made.refresh_from_db()
    return made


def commune(code: str = "11131", name: str = "Xã Chí Minh") -> Agency:
    above = province()
    made = _unit(code, name, AgencyKind.COMMUNE, above, province=above, is_serving=True)
    if made.commune_id is None:
        Agency.objects.filter(pk=made.pk).update(commune=made)
        made.refresh_from_db()
    cache.clear()
    return made


def other_commune() -> Agency:
    return commune("11140", "Xã Tứ Kỳ")


def division(of: Agency, part: str = "vhxh", name: str = "Phòng Văn hóa - Xã hội") -> Agency:
    return _unit(
        f"{of.code}-{part}", name, AgencyKind.DIVISION, of, commune=of, province=of.province, part=part
    )  # fmt: skip


def partner(of: Agency, part: str = "cong_an", name: str = "Công an xã") -> Agency:
    return _unit(
        f"{of.code}-{part}", name, AgencyKind.PARTNER, of, commune=of, province=of.province, part=part
    )  # fmt: skip


def staff(
    username: str = "minh",
    *roles: str,
    agency: Agency | None = None,
    full_name: str = "Nguyễn Văn Minh",
    **more: object,
) -> User:
    """A member of staff who signs in with `PASSWORD`, and without a second factor unless asked for."""
    where = agency or commune()
    known = {"needs_second_factor": False, **more}
    user = User.objects.create_staff(username, full_name=full_name, password=PASSWORD, agency=where, **known)
    for role in roles or (Role.RECEPTION,):
        Assignment.objects.create(user=user, agency=where, role=role, since=LONG_AGO)
    return user


def administrator(username: str = "quantri", agency: Agency | None = None) -> User:
    return staff(username, Role.ADMINISTRATOR, agency=agency, full_name="Lê Thị Quản")


def citizen(full_name: str = "Phạm Thị Lan", *, phone: str = "0912345118", email: str = "") -> User:
    return User.objects.create_citizen(phone=phone, email=email, full_name=full_name)


def signed_in(user: User, *, second_factor: bool = False) -> Client:
    """A browser in which `user` is signed in."""
    browser = Client()
    browser.force_login(user)
    if second_factor:
        session = browser.session
        session[METHODS] = [{"method": "mfa", "at": NOW.timestamp()}]
        session[AUTHENTICATED_USER] = user_id_to_str(user)
        session.save()
    return browser
