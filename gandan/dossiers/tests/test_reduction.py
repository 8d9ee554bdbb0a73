"""The review board of shortened limits: 40 procedures, 320 days, to 236 it is met, to 250 it is not (S3.39)."""

from __future__ import annotations

import pytest

from gandan.programmes.models import Programme
from tests.conftest import Clock

from . import fast, office

pytestmark = pytest.mark.django_db
CODES = [f"9.{number:06}" for number in range(40)]


def forty(total: int) -> Programme:
    """Forty procedures of eight days, registered with `total` days in all."""
    for code in CODES:
        fast.version(code, days=8)
    limits = {code: total // 40 + (number < total % 40) for number, code in enumerate(CODES)}
    return fast.programme("shortened_limit", "Rút ngắn 25%", limits=limits)


def page_of(programme: Programme, query: str = "") -> str:
    answer = office.at_desk(office.hoa()).get(f"/can-bo/chuong-trinh/{programme.pk}/rut-ngan/{query}")
    assert answer.status_code == 200
    return answer.content.decode("utf-8-sig")


@pytest.mark.parametrize(
    ("total", "percent", "verdict"), [(236, "-26,25%", "đạt chỉ tiêu 25%"), (250, "-21,88%", "chưa đạt chỉ tiêu 25%")]
)
def test_it_works(clock: Clock, total: int, percent: str, verdict: str) -> None:
    programme = forty(total)
    page = page_of(programme)
    assert f"Tổng 320 → {total} ngày làm việc: {percent}" in page
    assert f">{verdict}<" in page
    assert page.count("<small>9.") == 40
    assert f"/can-bo/chuong-trinh/{programme.pk}/rut-ngan/" in (
        office.at_desk(office.hoa()).get(f"/can-bo/chuong-trinh/{programme.pk}/").content.decode()
    )


def test_as_a_file(clock: Clock) -> None:
    lines = page_of(forty(236), "?dang=csv").splitlines()
    assert lines[0] == "Mã thủ tục,Thủ tục,Đơn vị tính,Hạn theo luật,Hạn rút còn,Thay đổi (%)"
    assert len(lines) == 42
    assert lines[-1] == ",Tổng số,ngày làm việc,320,236,-26.25"


def test_hours_are_not_added_to_days(clock: Clock) -> None:
    hours = fast.version(CODES[0], days=16).limits.get()
    hours.unit = "working_hour"
    hours.save()
    fast.version(CODES[1], days=10)
    programme = fast.programme("shortened_limit", "Rút ngắn", limits={CODES[0]: 4, CODES[1]: 9})
    page = page_of(programme)
    assert "Tổng 16 → 4 giờ làm việc: -75%" in page
    assert "Tổng 10 → 9 ngày làm việc: -10%" in page


def test_what_the_law_gave_up_is_told(clock: Clock) -> None:
    version = fast.version(CODES[0], days=8)
    programme = fast.programme("shortened_limit", "Rút ngắn", limits={CODES[0]: 4})
    version.limits.all().delete()
    page = page_of(programme)
    assert "Chưa so được thủ tục nào" in page
    assert f"chưa có thời hạn theo luật: {CODES[0]}." in page


def test_another_commune_and_another_kind_are_not_found(clock: Clock) -> None:
    programme = forty(236)
    assert office.at_desk(office.binh()).get(f"/can-bo/chuong-trinh/{programme.pk}/rut-ngan/").status_code == 404
    other = fast.no_waiting()
    assert office.at_desk(office.hoa()).get(f"/can-bo/chuong-trinh/{other.pk}/rut-ngan/").status_code == 404
