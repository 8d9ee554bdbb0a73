"""Opening a dossier marks it as read, until something changes."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db

from gandan.dossiers.models import Seen  # noqa: E402


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier()
    browser = office.at_desk(office.minh())

    assert "chưa xem" in browser.get("/can-bo/").content.decode()
    browser.get(office.address("detail", dossier))
    assert "chưa xem" not in browser.get("/can-bo/").content.decode()

    clock.set("2026-11-23 10:00")
    actions.receive(office.fresh(dossier), by=office.hoa(), now=clock())
    assert "chưa xem" in browser.get("/can-bo/").content.decode()


def test_each_person_reads_alone() -> None:
    dossier = make.dossier(Status.RECEIVED)
    actions.see(dossier, by=office.minh(), now=make.MONDAY)
    actions.see(dossier, by=office.minh(), now=make.moment(23, 10))
    assert Seen.objects.get(dossier=dossier).at == make.moment(23, 10)
    with pytest.raises(RuleBroken, match="sau khi nhận kết quả"):
        actions.rate(dossier, stars=5, now=make.MONDAY)
