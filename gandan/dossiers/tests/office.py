"""The people of the officer's stories, and the addresses they press."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from gandan.dossiers.models import Dossier, Leg
from gandan.people.models import Role, User

from . import make


def minh() -> User:
    """Receives at the counter of xã Chí Minh."""
    return User.objects.filter(username="minh").first() or make.officer("minh")


def hoa() -> User:
    """Leads the office of xã Chí Minh."""
    return User.objects.filter(username="hoa").first() or make.leader("hoa")


def binh() -> User:
    """Of another commune: must see nothing."""
    elsewhere = make.commune("11074", "Xã Tứ Kỳ", "000.40.52.H24")
    return User.objects.filter(username="binh").first() or make.leader("binh", agency=elsewhere)


def partner(part: str) -> User:
    """Of Công an xã (“cong_an”) or Bảo hiểm xã hội (“bhxh”)."""
    agency = make.commune().parts.get(part=part)
    return User.objects.filter(username=part).first() or make.officer(part, str(Role.PARTNER), agency=agency)


def at_desk(user: User) -> Client:
    """A browser in which this person has signed in."""
    browser = Client()
    browser.force_login(user)
    return browser


def address(verb: str, dossier: Dossier, *more: Any) -> str:
    return reverse(f"dossiers:{verb}", args=[dossier.code, *more])


def press(user: User, verb: str, dossier: Dossier, **typed: Any) -> Any:
    """Send the page of a verb, and follow to where it leads."""
    return at_desk(user).post(address(verb, dossier), typed, follow=True)


def leg(dossier: Dossier, key: str) -> Leg:
    return Leg.objects.select_related("dossier__agency", "dossier__commune", "agency").get(dossier=dossier, key=key)


def fresh(dossier: Dossier) -> Dossier:
    """The dossier as the database has it now."""
    return Dossier.objects.select_related("version__procedure", "agency", "commune__province", "procedure").get(
        pk=dossier.pk
    )
