"""The unit takes its task; who does not in three days stands on the leader's list (S0.45)."""

from typing import Any

import pytest

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.people.models import Role
from gandan.people.tests.make import division, signed_in, staff
from gandan.tasks import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    task = make.task()
    minh = signed_in(make.minh())
    assert "Nhận nhiệm vụ" in minh.get(f"/can-bo/nhiem-vu/{task.pk}/").content.decode()
    assert minh.post(f"/can-bo/nhiem-vu/{task.pk}/nhan/").status_code == 302
    task.refresh_from_db()
    assert task.status_label() == "Đang làm"


def test_not_taken_in_three_days_is_on_the_leaders_list(clock: Any) -> None:
    make.task()
    hoa = signed_in(make.hoa())
    assert "Đơn vị nào cũng đã nhận" in hoa.get("/lanh-dao/nhiem-vu/").content.decode()
    clock.set("2026-11-26 09:01")
    page = signed_in(make.hoa()).get("/lanh-dao/nhiem-vu/").content.decode()
    assert "Chưa nhận sau 3 ngày" in page
    assert "Trung tâm Phục vụ hành chính công" in page


def test_only_once() -> None:
    task = make.task("acknowledge")
    with pytest.raises(RuleBroken, match="Đang làm"):
        actions.acknowledge(task, by=make.minh(), now=make.at(1))


def test_not_by_another_unit() -> None:
    task = make.task()
    nga = staff("nga", str(Role.SPECIALIST), agency=division(make.commune()), full_name="Đỗ Thị Nga")
    with pytest.raises(NotThisOffice):
        actions.acknowledge(task, by=nga, now=make.at(1))
