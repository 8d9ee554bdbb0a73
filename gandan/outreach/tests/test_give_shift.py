"""One duty by hand, and a whole sheet."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.models import Team

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    team = make.team()
    data = {"member": make.member(team).pk, "day": "24/11/2026", "starts": "08:00", "ends": "11:00"}
    make.signed_in(make.hoa()).post(f"/can-bo/to-doi/{team.pk}/them-ca/", data)
    assert team.shifts.count() == 1


def test_not_two_at_once() -> None:
    shift = make.sunday(make.team())[0]
    with pytest.raises(RuleBroken, match="ca trùng giờ"):
        actions.give_shift(
            shift.team, actions.Duty(shift.member, make.after(make.SUNDAY, 30), make.after(make.SUNDAY, 90)),
            by=make.hoa(), now=make.NOW,
        )  # fmt: skip


def _send(team: Team, text: str) -> str:
    file = SimpleUploadedFile("lich.csv", text.encode())
    return make.signed_in(make.hoa()).post(f"/can-bo/to-doi/{team.pk}/nhap-bang/", {"file": file}).content.decode()


def test_a_sheet_of_duties() -> None:
    team = make.team()
    _send(team, "Ngày,Từ,Đến,Họ tên\n24/11/2026,7h30,11h30,Đoàn viên 1\n25/11/2026,07:30,11:30,Đoàn viên 2")
    assert team.shifts.count() == 2
    for form in ("", "&dang=csv"):
        answer = make.signed_in(make.minh()).get(f"/can-bo/to-doi/{team.pk}/bang-phan-cong/?thang=2026-11-01{form}")
        assert answer.status_code == 200


def test_a_sheet_with_wrong_lines_writes_nothing_and_tells_each() -> None:
    team = make.team()
    page = _send(team, "Ngày,Từ,Đến,Họ tên\n24/11/2026,7h30,11h30,Đoàn viên 1\n25/11/2026,07:30,11:30,Người lạ")
    assert "Dòng 3" in page
    page = _send(team, "Ngày,Từ,Đến,Họ tên\n31/11/2026,7h30,11h30,Đoàn viên 1\n25/11/2026,11:30,07:30,Đoàn viên 2")
    assert "Dòng 2: ngày" in page
    assert "Dòng 3: giờ kết thúc" in page
    assert not team.shifts.exists()


def test_a_sheet_without_a_column() -> None:
    assert "thiếu cột: Từ" in _send(make.team(), "Ngày,Đến,Họ tên\n24/11/2026,11:30,Đoàn viên 1")
