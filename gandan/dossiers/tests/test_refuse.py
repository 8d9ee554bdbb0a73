"""Refusing, with the reason on Mẫu 03."""

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

    office.press(office.minh(), "refuse", dossier, reason="Đất thuộc xã Tứ Kỳ")

    dossier = office.fresh(dossier)
    assert (dossier.status, dossier.reason) == (Status.REFUSED, "Đất thuộc xã Tứ Kỳ")


def test_the_page_keeps_what_was_typed_and_asks_for_the_reason(clock: Clock) -> None:
    dossier = make.dossier()
    page = office.press(office.minh(), "refuse", dossier, reason=" ").content.decode()
    assert "Xin ghi lý do" in page
    assert office.fresh(dossier).status == Status.REGISTERED


def test_refusing_after_the_due_date_is_late() -> None:
    dossier = make.dossier(Status.PROCESSING)
    actions.refuse(dossier, reason="Không đủ điều kiện", by=office.minh(), now=make.moment(30, 9))
    assert office.fresh(dossier).outcome == "late"


def test_a_settled_dossier_is_not_refused() -> None:
    dossier = make.dossier(Status.SETTLED)
    with pytest.raises(RuleBroken, match="Đã xử lý xong"):
        actions.refuse(dossier, reason="Muộn", by=office.minh(), now=make.MONDAY)
