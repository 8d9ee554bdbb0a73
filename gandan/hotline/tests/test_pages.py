"""What the pages show, what they cost, who may enter."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from gandan.gateways.signing import sign
from gandan.hotline.models import Call

from . import make

pytestmark = pytest.mark.django_db
PAGES = (
    "",
    "lich-truc/",
    "nghe-lai/",
    "tuan-thu/",
    "so/",
    "so/moi/",
    "danh-ba/",
    "phieu-ho-tro/",
    "lich-truc/nap/",
    "nap-cuoc-goi/",
)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_empty_and_full(page: str) -> None:
    hoa = make.signed_in(make.hoa())
    assert hoa.get(make.OFFICER + page).status_code == 200
    make.conduct()
    make.shift(starts=timezone.now())
    make.missed()
    make.order()
    assert hoa.get(make.OFFICER + page).status_code == 200


def test_a_list_costs_the_same_for_any_number_of_calls() -> None:
    make.missed()
    minh = make.signed_in(make.minh())
    address = f"{make.OFFICER}?loc=tat-ca"
    minh.get(address)
    with CaptureQueriesContext(connection) as few:
        minh.get(address)
    for number in range(12):
        make.missed(call_id=f"m{number}", caller=f"09120000{number:02d}")
    with CaptureQueriesContext(connection) as many:
        page = minh.get(address).content.decode()
    assert len(many) == len(few)
    assert make.CALLER not in page


def test_a_call_is_found_by_its_number() -> None:
    make.missed()
    make.missed(call_id="m2", caller="0987654321")
    page = make.signed_in(make.minh()).get(f"{make.OFFICER}?loc=tat-ca&q=0987 654 321").content.decode()
    assert page.count("cuoc-goi/") == 1
    answer = make.signed_in(make.minh()).get(f"{make.OFFICER}?loc=tat-ca&dang=csv")
    assert "0987654321" not in answer.content.decode()


def test_the_police_see_their_own_line_only() -> None:
    make.order()
    mine, other = make.missed(), make.missed(line=make.order(), call_id="x")
    dung = make.signed_in(make.dung())
    assert dung.get(f"{make.OFFICER}cuoc-goi/{mine.pk}/").status_code == 200
    assert dung.get(f"{make.OFFICER}cuoc-goi/{other.pk}/").status_code == 404
    assert dung.get(f"{make.OFFICER}tuan-thu/").status_code == 404
    assert make.signed_in(make.binh()).get(f"{make.OFFICER}cuoc-goi/{mine.pk}/").status_code == 404


def test_the_report_counts_ninety_seven_and_lists_the_breaches() -> None:
    make.conduct()
    for number in range(38):
        make.answered(call_id=f"a{number}")
    late = make.answered(call_id="late", rings=7)
    assert late.is_over_rings
    missed = make.missed(call_id="m", caller="0987654321")
    make.outgoing(at=make.at(hours=0.17), seconds=20, caller="0987654321")
    assert Call.objects.get(pk=missed.pk).call_back.is_on_time
    page = make.signed_in(make.hoa()).get(f"{make.OFFICER}tuan-thu/?thang=2026-11").content.decode()
    assert "97,5%" in page.replace("\xa0", "")
    assert "nhấc máy sau 7 hồi chuông" in page
    table = make.signed_in(make.hoa()).get(f"{make.OFFICER}tuan-thu/?thang=2026-11&dang=csv").content.decode()
    assert table.count("hồi chuông") == 1


def test_the_exchange_asks_where_to_ring(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.EXCHANGE_SECRET = "bi-mat"
    make.keeping()
    make.order(), make.security()
    now = make.moment("2026-11-22 20:00")
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    body, stamp = json.dumps({"line": "0220 3000 114"}).encode(), str(int(now.timestamp()))
    headers = {"X-Timestamp": stamp, "X-Signature": sign("bi-mat", stamp, body)}
    answer = Client().post("/webhook/tong-dai/dan-duong/", body, content_type="application/json", headers=headers)
    assert answer.json()["ring"] == "02203000113"
    assert answer.json()["after_hours"] is True
    forged = Client().post("/webhook/tong-dai/dan-duong/", body, content_type="application/json")
    assert forged.status_code == 400
