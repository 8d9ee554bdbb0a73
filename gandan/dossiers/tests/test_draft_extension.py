"""Drafting the apology."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db

from gandan.dossiers import jobs  # noqa: E402
from gandan.dossiers.models import Extension  # noqa: E402


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)
    typed = {"cause": "Công an xã chưa xác minh xong", "responsible": dossier.agency_id, "new_day": "30/11/2026"}

    office.press(office.minh(), "draft_extension", dossier, **typed)

    extension = Extension.objects.get(dossier=dossier)
    assert (extension.status, extension.new_due_at) == ("draft", make.moment(30, 17))
    assert office.fresh(dossier).due_at == make.moment(26, 17), "a draft promises nothing"


def test_the_slowest_agency_is_proposed(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)
    actions.finish_leg(office.leg(dossier, "appraise"), by=office.minh(), now=make.MONDAY)
    actions.finish_leg(office.leg(dossier, "insurance"), by=office.minh(), now=make.MONDAY)
    clock.set("2026-11-25 08:00")
    page = office.at_desk(office.minh()).get(office.address("draft_extension", dossier)).content.decode()
    assert "Công an xã chưa làm xong bước “Đăng ký thường trú”" in page


def test_the_new_date_is_after_the_old_one() -> None:
    dossier = make.dossier(Status.PROCESSING)
    apology = actions.Apology("chậm", dossier.agency, make.moment(26, 11))
    with pytest.raises(RuleBroken, match="phải sau ngày hẹn cũ"):
        actions.draft_extension(dossier, apology=apology, by=office.minh(), now=make.MONDAY)


def test_the_clock_drafts_it_once_before_the_last_day(clock: Clock) -> None:
    """Wednesday noon nobody has begun the parallel legs of a dossier due on Thursday: the letter lies ready."""
    dossier = make.dossier(Status.PROCESSING)
    clock.set("2026-11-25 13:10")

    jobs.foresee_late(0)
    jobs.foresee_late(0)

    extension = Extension.objects.get(dossier=dossier)
    assert extension.new_due_at > make.moment(26, 17)
    assert extension.responsible.name == "Xã Chí Minh"
    assert "chưa làm xong bước “Thẩm tra”" in extension.cause


def test_the_clock_leaves_alone_what_can_still_end_in_time(clock: Clock) -> None:
    make.dossier(Status.PROCESSING)
    clock.set("2026-11-25 08:00")
    jobs.foresee_late(0)
    assert not Extension.objects.exists()


def test_a_leg_squeezed_into_the_promised_date_is_foreseen(clock: Clock) -> None:
    """Begun on Wednesday, the police need three days; that they are due on Thursday, as promised, does not help them."""
    police = {"key": "residence", "name": "Đăng ký thường trú", "agency": "cong_an", "role": "partner", "half_days": 6}
    dossier = make.dossier(Status.PROCESSING, of=make.version(route=[make.ROUTE[0], [police]]))
    clock.set("2026-11-25 09:00")
    actions.finish_leg(office.leg(dossier, "appraise"), by=office.minh(), now=clock.now)
    assert office.leg(dossier, "residence").due_at == make.moment(26, 17)

    jobs.foresee_late(0)

    extension = Extension.objects.get(dossier=dossier)
    assert extension.responsible.name == "Công an xã"
    assert extension.new_due_at == make.moment(27, 17)
