"""The one request for completion."""

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

    office.press(office.minh(), "ask_supplement", dossier, text="Chụp lại mặt sau", components=["birth_proof"])

    dossier = office.fresh(dossier)
    assert dossier.status == Status.SUPPLEMENT
    assert dossier.reason == "Chụp lại mặt sau"
    assert dossier.close_on == make.moment(8, 17).replace(month=12)


def again(times: int = 1) -> object:
    """A dossier completed after its first request."""
    dossier = make.dossier(Status.SUPPLEMENT)
    actions.resubmit(dossier, by=None, now=make.moment(25, 9))
    return office.fresh(dossier)


def test_a_second_request_is_refused_and_the_foot_says_why(clock: Clock) -> None:
    dossier = office.fresh(again())  # type: ignore[arg-type]  # a dossier
    request = actions.SupplementRequest("Thêm nữa")

    with pytest.raises(RuleBroken, match="lần duy nhất"):
        actions.ask_supplement(dossier, request=request, by=office.minh(), now=make.moment(25, 10))
    page = office.at_desk(office.minh()).get(office.address("detail", dossier)).content.decode()
    assert "đã dùng lần duy nhất, thứ\xa0Hai,\xa023/11" in page


def test_a_leader_may_override_with_a_warning_and_766_counts_it_late(clock: Clock) -> None:
    dossier = office.fresh(again())  # type: ignore[arg-type]  # a dossier
    clock.set("2026-11-25 10:00")

    page = office.at_desk(office.hoa()).get(office.address("ask_supplement", dossier)).content.decode()
    office.press(office.hoa(), "ask_supplement", dossier, text="Thêm nữa")

    assert "chỉ số 2.1 (QĐ 766) tính là quá hạn" in page
    dossier = office.fresh(dossier)
    assert dossier.supplement_count == 2
    assert "nên chỉ số 2.1 tính là quá hạn" in str(dossier.working["clock766"])


def test_the_request_says_what_is_missing() -> None:
    dossier = make.dossier()
    with pytest.raises(RuleBroken, match="ghi rõ"):
        actions.ask_supplement(dossier, request=actions.SupplementRequest(" "), by=office.minh(), now=make.MONDAY)
