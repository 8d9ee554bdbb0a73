"""The officer's list: order, chips, filters, files, cost."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.dossiers import actions
from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make, office
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def named(name: str, dossier: Dossier) -> Dossier:
    Dossier.objects.filter(pk=dossier.pk).update(applicant_name=name)
    return dossier


def page(**asked: str) -> str:
    return str(office.at_desk(office.minh()).get("/can-bo/", asked).content.decode())


def places(text: str, *names: str) -> list[int]:
    found = [text.find(name) for name in names]
    assert -1 not in found, [name for name, at in zip(names, found, strict=True) if at < 0]
    return found


def test_mine_first_then_by_due_moment(clock: Clock) -> None:
    version = make.version()
    named("Của Hoa", make.dossier(Status.RECEIVED, of=version))
    actions.hold(Dossier.objects.get(), holder=office.hoa(), by=office.hoa(), now=make.MONDAY)
    named("Chưa Ai Nhận", make.dossier(of=version))
    named("Của Tôi Sau", make.dossier(Status.RECEIVED, of=version, now=make.moment(24, 9)))
    named("Của Tôi Trước", make.dossier(Status.RECEIVED, of=version))

    text = page()

    order = places(text, "Của tôi</th>", "Của Tôi Trước", "Của Tôi Sau", "Chưa ai nhận</th>", "Chưa Ai Nhận", "Của Hoa")
    assert order == sorted(order)


def test_chips_count_and_filter(clock: Clock) -> None:
    version = make.version()
    late = named("Người Trễ", make.dossier(Status.RECEIVED, of=version, now=make.moment(16, 9)))
    today = named("Hôm Nay", make.dossier(Status.RECEIVED, of=version, now=make.moment(18, 9)))
    waiting = named("Chờ Dân", make.dossier(Status.SUPPLEMENT, of=version))
    ready = named("Chờ Trả", make.dossier(Status.SETTLED, of=version))
    new = named("Mới Nộp", make.dossier(of=version))

    assert "Trễ 1<" in page()
    for chip, only in (
        ("tre", late), ("hom-nay", today), ("cho-cong-dan", waiting), ("cho-tra", ready), ("moi-nop", new),
    ):  # fmt: skip
        text = page(loc=chip)
        shown = [one.code for one in (late, today, waiting, ready, new) if one.code in text]
        assert shown == [only.code], chip


def test_late_and_left_are_said_in_working_time(clock: Clock) -> None:
    make.dossier(Status.RECEIVED, now=make.moment(17, 9))
    text = page()
    assert "hôm\xa0qua" not in text
    assert "trễ\xa01\xa0giờ 30\xa0phút" in text


def test_the_766_clock_is_remarked_when_it_differs(clock: Clock) -> None:
    dossier = make.dossier(Status.SUPPLEMENT)
    clock.set("2026-11-25 14:00")
    actions.resubmit(office.fresh(dossier), by=None, now=clock())
    assert "766: còn" in page()


def test_filters(clock: Clock) -> None:
    one = make.dossier(Status.RECEIVED)
    other = make.dossier(of=make.version("1.000656", steps=[]), channel="counter")
    Dossier.objects.filter(pk=other.pk).update(channel="counter")
    for asked in ({"kenh": "online"}, {"nguoi-giu": "toi"}, {"thu-tuc": make.PROCEDURE}):
        text = page(**asked)
        assert one.code in text
        assert other.code not in text
    assert other.code in page(**{"nguoi-giu": "chua"})


@pytest.mark.parametrize("asked", [{"page": "999999"}, {"loc": "x", "xep": "y", "page": "-1"}, {"nguoi-giu": "1 OR 1"}])
def test_strange_addresses_do_no_harm(asked: dict[str, str], clock: Clock) -> None:
    make.dossier()
    assert office.at_desk(office.minh()).get("/can-bo/", asked).status_code == 200


def test_files_hold_the_filtered_list_and_no_formula(clock: Clock) -> None:
    dossier = named("=HYPERLINK(1)", make.dossier(Status.RECEIVED))
    browser = office.at_desk(office.minh())
    csv = browser.get("/can-bo/", {"dang": "csv"}).content.decode("utf-8-sig")
    assert f"{dossier.code}," in csv
    assert ",'=HYPERLINK(1)," in csv
    xlsx = browser.get("/can-bo/", {"dang": "xlsx"}).content
    sheet = zipfile.ZipFile(BytesIO(xlsx)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


def test_a_full_page_costs_as_much_as_a_short_one(clock: Clock) -> None:
    version = make.version()
    for _ in range(4):
        make.dossier(Status.PROCESSING, of=version)
    browser = office.at_desk(office.minh())
    browser.get("/can-bo/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/can-bo/")
    assert len(asked) <= 12, [query["sql"][:100] for query in asked]


def test_a_partner_sees_its_legs_by_their_due(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)
    actions.finish_leg(office.leg(dossier, "appraise"), by=office.minh(), now=make.MONDAY)
    browser = office.at_desk(office.partner("cong_an"))
    text = browser.get("/can-bo/").content.decode()
    assert "Đăng ký thường trú" in text
    assert "Thẻ bảo hiểm y tế" not in text
    assert "Tất cả 1" in text
    assert dossier.code in text


def test_a_partner_has_an_empty_desk_before_its_turn(clock: Clock) -> None:
    make.dossier(Status.PROCESSING)
    text = office.at_desk(office.partner("cong_an")).get("/can-bo/").content.decode()
    assert "Không có việc nào ở đây" in text
    assert "Sắp tới lượt 1" in text
