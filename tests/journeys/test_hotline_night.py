"""Two in the morning: a call to the security line, told by the exchange, becomes a slip, an order to the police, an answer."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django import Settings

from gandan.feedback import actions as feedback
from gandan.feedback.models import Feedback
from gandan.gateways.signing import sign
from gandan.hotline import actions
from gandan.hotline.actions import Duty, LineFacts
from gandan.hotline.models import Call, Line
from gandan.journal.tests.settle import settle
from gandan.places.models import Agency
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, come_in, says, staff

Shoot = Callable[[Page, str], None]
SECRET, NUMBER = "bi-mat-tong-dai", "02203000199"


@pytest.fixture(autouse=True)
def signed(settings: Settings) -> None:
    settings.EXCHANGE_SECRET = SECRET


def test_cuoc_goi_luc_hai_gio_sang(opened: Opener, clock: Clock, shoot: Shoot) -> None:
    line = _a_line_kept_at_night(clock)
    clock.set("2026-11-26 02:00")
    _the_exchange_tells(clock)
    call = Call.objects.get()
    assert (call.line, call.on_duty) == (line, staff("congan"))
    dung = opened(DESK)
    come_in(dung, staff("congan"))
    _he_writes_the_slip(dung, shoot)
    one = Feedback.objects.get(calls=call)
    assert one.parts.get().unit == staff("congan").agency
    _reported_and_answered(clock, one)
    _the_book_is_complete(opened(DESK), one, shoot)


def _a_line_kept_at_night(clock: Clock) -> Line:
    now = clock.set("2026-11-25 16:00")
    police, leader = staff("congan").agency, staff("lanhdao")
    assert police is not None
    assert police.commune_id is not None
    commune = Agency.objects.get(pk=police.commune_id)
    facts = LineFacts(name="An ninh ban đêm", scope="An ninh, trật tự", unit=police, number=NUMBER)
    line = actions.keep_line(commune, facts, by=leader, now=now)
    starts = clock.set("2026-11-25 19:00")
    duty = Duty(line=line, person=staff("congan"), starts_at=starts, ends_at=starts + timedelta(hours=12))
    actions.put_on_duty(duty, by=leader, now=now)
    return line


def _the_exchange_tells(clock: Clock) -> None:
    """The last word comes first, as it does on bad lines, and the first one twice."""
    began = clock.now
    ended = {"state": "ended", "at": (began + timedelta(seconds=80)).isoformat(), "seconds": 70, "rings": 2}
    ringing = {"state": "ringing", "at": began.isoformat(), "rings": 1}
    for step in (ended, ringing, ringing):
        body = json.dumps({"call_id": "dem-1", "line": NUMBER, "from": "+84 912 345 118", **step}).encode()
        stamp = str(int(timezone.now().timestamp()))
        headers = {"X-Timestamp": stamp, "X-Signature": sign(SECRET, stamp, body)}
        answer = Client().post("/webhook/tong-dai/", body, content_type="application/json", headers=headers)
        assert answer.status_code == 200
    settle()


def _he_writes_the_slip(page: Page, shoot: Shoot) -> None:
    page.goto("/can-bo/duong-day-nong/")
    says(page, "An ninh ban đêm")
    shoot(page, "hotline-night")
    page.locator("table a[href*='/cuoc-goi/']").first.click()
    page.get_by_label("Người gọi phản ánh việc gì").fill("Có đánh nhau ở quán cuối chợ")
    page.get_by_label("Lĩnh vực").select_option("an_ninh.khan")
    page.get_by_label("Ở đâu").fill("Quán cuối chợ")
    page.get_by_label("Họ tên người gọi").fill("Bà Lan")
    page.get_by_role("button", name="Ghi phiếu").click()
    says(page, "Đọc mã này cho người gọi")
    shoot(page, "hotline-call")


def _reported_and_answered(clock: Clock, one: Feedback) -> None:
    police, minh = staff("congan"), staff("motcua")
    feedback.take_up(one.parts.get(), by=police, now=clock.set("2026-11-26 02:10"))
    one.refresh_from_db()
    feedback.report_result(one, "Đã giải tán, lập biên bản", by=police, now=clock.set("2026-11-26 03:30"))
    feedback.answer(one, "Công an xã đã có mặt sau 10 phút, cảm ơn bà", by=minh, now=clock.set("2026-11-26 08:00"))
    settle()


def _the_book_is_complete(page: Page, one: Feedback, shoot: Shoot) -> None:
    come_in(page, staff("motcua"))
    page.goto("/can-bo/phan-anh/so/?thang=2026-11")
    row = page.get_by_role("row").filter(has_text=one.code)
    told = row.inner_text()
    for words in ("Đường dây nóng", "Công an", "Có đánh nhau"):
        assert words in told
    shoot(page, "hotline-book")
