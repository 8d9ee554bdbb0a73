"""The promise of a programme as people read it: before filing, on the receipt, while tracking, at the desk, in the API."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.core.vietnamese import say_due
from gandan.dossiers import preview, sheets
from gandan.dossiers.models import Channel
from gandan.dossiers.views.officer import page
from tests.conftest import Clock

from . import fast, make, office

pytestmark = pytest.mark.django_db


def test_before_filing_the_hour_is_told(clock: Clock, client: Client) -> None:
    clock.set("2026-11-24 09:00")
    fast.no_waiting()
    draft = make.draft(of=make.version(working_days=3))

    shown = client.get(f"/nop-ho-so/ban-nhap/{draft.key}/kiem-tra/").content.decode()

    assert "nhận trước 15\xa0giờ hôm nay thì có kết quả trong ngày" in shown
    assert "Ngày không chờ" in shown


def test_after_the_hour_nothing_is_promised() -> None:
    fast.no_waiting()
    draft = make.draft(of=make.version(working_days=3))
    told = preview.expected(draft, make.moment(24, 15, 30))
    assert told is not None
    assert (told.same_day, told.due.at) == (None, make.moment(27, 17))


def test_the_receipt_prints_it_with_the_law_beside() -> None:
    fast.no_waiting()
    dossier = office.fresh(fast.received(fast.version(days=3), fast.TUESDAY))
    assert (
        sheets.time_limit(dossier) == "trong ngày, theo chương trình “Ngày không chờ” (hạn theo luật: 3 ngày làm việc)"
    )
    printed = str(sheets.receipt_sheet(dossier))
    assert "theo chương trình “Ngày không chờ”" in printed
    assert fast.BASIS in printed


def test_a_shorter_limit_is_printed_in_its_unit() -> None:
    version = fast.version(days=5)
    fast.programme("shortened_limit", "Rút ngắn", limits={make.PROCEDURE: 2})
    dossier = office.fresh(fast.received(version, fast.WEDNESDAY))
    assert (
        sheets.time_limit(dossier) == "2 ngày làm việc, theo chương trình “Rút ngắn” (hạn theo luật: 5 ngày làm việc)"
    )


def test_tracking_names_the_programme(clock: Clock, client: Client) -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(), fast.TUESDAY)
    clock.set("2026-11-24 10:00")
    shown = client.get(f"/theo-doi/{dossier.key}/").content.decode()
    assert "Hẹn theo chương trình “Ngày không chờ”" in shown


def test_the_desk_shows_the_mark_and_the_way_out(clock: Clock) -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(), fast.TUESDAY)
    clock.set("2026-11-24 10:00")
    browser = office.at_desk(office.minh())

    assert "Ngày không chờ" in browser.get("/can-bo/").content.decode()
    detail = browser.get(office.address("detail", dossier)).content.decode()
    assert "Làm theo chương trình" in detail
    assert "Không kịp, về hạn thường" in detail
    assert [one.words for one in page.marks(dossier, clock())] == [
        f"hẹn {say_due(make.moment(24, 17), today=clock().date())}"
    ]


def test_a_dossier_done_says_whether_the_promise_was_kept() -> None:
    fast.no_waiting()
    dossier = fast.settle(fast.received(fast.version(), fast.TUESDAY, channel=Channel.ONLINE), make.moment(24, 9))
    assert [one.words for one in page.marks(dossier, make.moment(24, 10))] == ["giữ đúng lời hẹn, bớt 5 ngày làm việc"]
