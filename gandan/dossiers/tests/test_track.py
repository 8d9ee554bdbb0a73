"""Following a dossier by its key, and the receipt."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.dossiers import actions
from gandan.dossiers.models import Dossier, Leg
from gandan.dossiers.sheets import receipt_sheet
from gandan.dossiers.timeline import officer_timeline, public_timeline
from gandan.dossiers.tracking import sooner_days, standing_of
from gandan.dossiers.workflow import Status
from gandan.journal.models import Entry
from gandan.places.models import Agency

from . import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    make.stop_clock(monkeypatch, make.moment(23, 10))


def track(dossier: Dossier) -> str:
    return reverse("dossiers:track", args=[dossier.key])


def test_it_works(client: Client) -> None:
    dossier = make.dossier(Status.PROCESSING)
    page = client.get(track(dossier)).content.decode()
    assert "thứ\xa0Năm,\xa026/11" in page
    assert "Đúng tiến độ" in page
    assert "Vì sao là ngày này?" in page
    assert "Thẩm tra" in page
    assert "2 cơ quan làm cùng lúc" in page


@pytest.mark.parametrize("status", list(Status))
def test_no_status_shows_a_person(client: Client, status: str) -> None:
    dossier = make.dossier(status)
    page = client.get(track(dossier)).content.decode()
    for personal in ("Nguyễn Thị Lan", "Lan", make.PHONE, make.ID_NUMBER, "Gia Bảo", "Ngọc Lâm", "mặt sau"):
        assert personal not in page


def test_the_page_wears_the_letterhead_of_the_dossiers_commune(client: Client) -> None:
    dossier = make.dossier()
    make.commune("11203", "Xã Tứ Kỳ", "000.31.60.H24")
    client.cookies["xa"] = "11203"
    page = client.get(track(dossier)).content.decode()
    assert "Xã Tứ Kỳ" not in page
    assert "Giờ làm việc:" in page


def test_it_takes_three_statements(client: Client) -> None:
    dossier = make.dossier(Status.PROCESSING)
    client.get(track(dossier))
    with CaptureQueriesContext(connection) as counted:
        client.get(track(dossier))
    assert len(counted) <= 3


def test_a_forged_key_is_not_found_in_vietnamese(client: Client) -> None:
    make.commune()
    response = client.get(reverse("dossiers:track", args=["A" * 22]))
    assert response.status_code == 404
    assert 'lang="vi"' in response.content.decode()


def test_an_unchanged_page_is_not_sent_again(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = make.dossier(Status.RECEIVED)
    first = client.get(track(dossier))
    again = {"If-None-Match": first.headers["ETag"]}
    assert client.get(track(dossier), headers=again).status_code == 304
    actions.hand_over(dossier, by=make.officer("an"), now=make.moment(23, 10, 1))
    assert client.get(track(dossier), headers=again).status_code == 200
    make.stop_clock(monkeypatch, make.moment(27, 10))
    assert "Đã quá ngày hẹn" in client.get(track(dossier), headers=again).content.decode()


def test_a_promise_earlier_than_the_law_is_told(client: Client) -> None:
    dossier = make.dossier(Status.PROCESSING, of=make.version(working_days=5, promised=3))
    assert sooner_days(dossier) == 2
    assert "Sớm hơn quy định chung 2 ngày làm việc." in client.get(track(dossier)).content.decode()


def test_a_late_leg_is_named_with_its_agency(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = make.dossier(Status.PROCESSING)
    make.stop_clock(monkeypatch, make.moment(27, 10))
    page = client.get(track(dossier)).content.decode()
    assert "Chậm hẹn" in page
    assert "Xã Chí Minh đang quá hạn" in page


def test_who_used_more_time_is_told_when_settled(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = make.dossier(Status.PROCESSING, of=make.version(working_days=1))
    minh, hoa = make.officer("an"), make.leader("binh")
    appraise, *_rest = dossier.legs.all()
    actions.finish_leg(appraise, by=minh, now=make.moment(23, 10))
    residence, insurance = dossier.legs.filter(stage=1).order_by("key").reverse()
    actions.finish_leg(insurance, by=minh, now=make.moment(23, 11))
    actions.finish_leg(residence, by=minh, now=make.moment(26, 10))
    actions.approve(dossier, by=hoa, now=make.moment(26, 10))
    make.stop_clock(monkeypatch, make.moment(26, 11))
    page = client.get(track(dossier)).content.decode()
    assert "Công an xã. Xong thứ\xa0Năm,\xa026/11, 10\xa0giờ, dùng thêm" in page


def test_a_signed_extension_apologises_without_a_name(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = make.dossier(Status.PROCESSING, of=make.version(working_days=4))
    police = Agency.objects.get(part="cong_an")
    apology = actions.Apology("Ông Tuấn chưa về xã để xác minh.", police, make.moment(30, 17))
    hoa = make.leader("binh")
    actions.draft_extension(dossier, apology=apology, by=hoa, now=make.moment(24, 9))
    actions.extend(dossier, by=hoa, now=make.moment(24, 9))
    page = client.get(track(dossier)).content.decode()
    assert "Hồ sơ trả chậm vì Công an xã cần thêm thời gian" in page
    assert "thứ\xa0Hai,\xa030/11" in page
    assert "Tuấn" not in page


def test_a_supplement_request_shows_its_day_but_not_its_words(client: Client) -> None:
    page = client.get(track(make.dossier(Status.SUPPLEMENT))).content.decode()
    assert "Trung tâm đã yêu cầu bổ sung" in page
    assert "mặt sau" not in page
    assert "Gửi bổ sung" in page


def test_only_the_owner_is_led_to_the_result(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.SETTLED, owner=lan)
    assert "Tải kết quả" not in client.get(track(dossier)).content.decode()
    client.force_login(lan)
    assert "Tải kết quả" in client.get(track(dossier)).content.decode()


def test_parallel_legs_stand_together() -> None:
    dossier = make.dossier(Status.PROCESSING)
    legs = list(Leg.objects.filter(dossier=dossier).select_related("agency"))
    items = public_timeline(dossier, legs, make.moment(23, 10))
    together = next(item for item in items if item.together)
    assert [part.title for part in together.together] == ["Đăng ký thường trú", "Thẻ bảo hiểm y tế"]
    assert [item.state for item in items] == ["done", "done", "now", "next", "next", "next"]


def test_officers_read_the_newest_first_with_names() -> None:
    dossier = make.dossier(Status.RETURNED)
    entries = Entry.objects.about(dossier).select_related("actor")
    items = officer_timeline(dossier, entries, list(dossier.legs.select_related("agency")), make.moment(23, 10))
    assert items[0].title == "Trả kết quả"
    assert items[-1].title == "Nộp hồ sơ"
    assert any(line.startswith("Minh, hôm\xa0nay") for line in items[0].lines)


def test_waiting_for_reception_tells_the_promised_answer() -> None:
    dossier = make.dossier()
    standing = standing_of(dossier, make.MONDAY)
    assert (standing.label, standing.at) == ("Trung tâm trả lời", dossier.receive_by)
    assert standing_of(dossier, make.MONDAY + timedelta(days=3)).is_late


# --- Receipt ---
def receipt(dossier: Dossier) -> str:
    return reverse("dossiers:receipt", args=[dossier.key])


def test_the_receipt_is_for_the_owner(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.RECEIVED, owner=lan)
    for stranger in (None, make.citizen("Trần Văn Đức", "0987654321")):
        if stranger:
            client.force_login(stranger)
        assert client.get(receipt(dossier)).headers["Location"] == track(dossier)
        assert client.get(reverse("dossiers:receipt_pdf", args=[dossier.key])).headers["Location"] == track(dossier)
    client.force_login(lan)
    page = client.get(receipt(dossier)).content.decode()
    assert "bà Nguyễn Thị Lan" in page
    assert make.ID_NUMBER not in page
    assert "<svg" in page


def test_the_receipt_prints_as_form_01(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.RECEIVED, owner=lan)
    client.force_login(lan)
    response = client.get(reverse("dossiers:receipt_pdf", args=[dossier.key]))
    assert response.content.startswith(b"%PDF-")
    assert response.headers["Content-Disposition"].startswith("attachment")


def test_before_reception_there_is_no_form_01(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(owner=lan)
    client.force_login(lan)
    assert client.get(reverse("dossiers:receipt_pdf", args=[dossier.key])).headers["Location"] == receipt(dossier)
    with pytest.raises(ValueError, match="chưa được tiếp nhận"):
        receipt_sheet(dossier)
