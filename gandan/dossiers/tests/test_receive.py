"""Receiving: the papers are complete, the clocks start."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier()

    page = office.press(office.minh(), "receive", dossier)

    dossier = office.fresh(dossier)
    assert "Đã tiếp nhận" in page.content.decode()
    assert dossier.status == Status.RECEIVED
    assert dossier.due_at == make.moment(26, 17)
    assert dossier.holder == office.minh()


def test_the_working_is_stored_with_the_date() -> None:
    dossier = make.dossier(Status.RECEIVED)
    days = {line["date"]: line["kind"] for line in dossier.working["due"]["days"]}
    assert days["2026-11-26"] == "due"


def test_missing_papers_stop_it_and_the_page_says_which(clock: Clock) -> None:
    dossier = make.dossier()
    dossier.papers.all().delete()

    with pytest.raises(RuleBroken, match="Còn thiếu: Giấy chứng sinh"):
        actions.receive(dossier, by=office.minh(), now=make.MONDAY)

    page = office.at_desk(office.minh()).get(office.address("receive", dossier)).content.decode()
    assert "Còn thiếu: Giấy chứng sinh" in page
    assert "disabled" in page


def test_it_is_received_once() -> None:
    dossier = make.dossier(Status.RECEIVED)
    with pytest.raises(RuleBroken, match="Được tiếp nhận"):
        actions.receive(dossier, by=office.minh(), now=make.MONDAY)


def test_the_route_is_laid_out_with_the_partners_of_the_commune() -> None:
    dossier = make.dossier(Status.RECEIVED)
    assert [leg.agency.name for leg in dossier.legs.select_related("agency")] == [
        "Xã Chí Minh", "Công an xã", "Bảo hiểm xã hội", "Xã Chí Minh",
    ]  # fmt: skip
