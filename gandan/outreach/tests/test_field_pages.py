"""Every page of sessions and visits opens for whom it is for, writes what it says, and is not there for another commune."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make, office
from gandan.outreach import actions
from gandan.outreach.models import FieldRecord, FieldSession, HomeVisit
from gandan.outreach.workflow import VisitStatus
from tests.conftest import Clock

from . import field

pytestmark = pytest.mark.django_db
SESSION = ("session", "staff_session", "close_session", "cancel_session", "field", "send_records")
VISIT = ("visit", "schedule_visit", "collect", "complete_visit", "miss_visit", "cancel_visit")
LISTS = ("sessions", "problems", "visits", "take_visit_call", "announce_death", "day_route")


def at(verb: str, *more: object) -> str:
    return reverse(f"outreach:{verb}", args=more)


def test_pages_open_here_and_are_not_found_elsewhere(clock: Clock) -> None:
    make.version()
    session, visit, minh, binh = (
        field.session(),
        field.planned(),
        office.at_desk(field.minh()),
        office.at_desk(office.binh()),
    )
    for address in [at(verb) for verb in LISTS] + [at("hand_in_fees", "minh"), at("field_worker")]:
        assert minh.get(address).status_code == 200, address
    for address in [at(verb, session.pk) for verb in SESSION] + [at(verb, visit.pk) for verb in VISIT]:
        assert minh.get(address).status_code == 200, address
        assert binh.get(address).status_code == 404, address
    for verb in ("sessions", "visits", "day_route"):
        page = binh.get(at(verb)).content.decode()
        assert visit.name not in page
        assert session.place not in page
    assert binh.get(at("hand_in_fees", "minh")).status_code == 404


def test_a_partner_agency_does_not_see_who_is_visited(clock: Clock) -> None:
    field.planned()
    assert office.at_desk(office.partner("bhxh")).get(at("visits")).status_code == 404


def test_a_phone_sends_twice_and_everything_is_there_once(clock: Clock) -> None:
    make.version()
    session, minh = field.session(), office.at_desk(field.minh())
    rows = [
        {"key": f"dien-thoai-{number}", "kind": "dossier", "recorded_at": "2026-11-28T09:10:00+07:00",
         "content": field.recorded(seen=[]).content}
        for number in range(6)
    ]  # fmt: skip
    for _ in range(2):
        photos = {f"photo:dien-thoai-{number}:birth_proof": make.photo() for number in range(6)}
        answer = minh.post(at("send_records", session.pk), {"records": json.dumps(rows), **photos}).json()
    assert [one["state"] for one in answer["records"]] == ["merged"] * 6
    assert Dossier.objects.filter(status="received").count() == FieldRecord.objects.count() == 6
    assert minh.get(at("session", session.pk)).content.decode().count("261123-000") >= 6


@pytest.mark.parametrize(
    "body",
    ["", "[1]", "{}", '[{"key": "x"}]', '[{"key": "dien-thoai", "kind": "d", "content": {}, "recorded_at": "2026"}]'],
)
def test_what_is_no_sending_is_refused(clock: Clock, body: str) -> None:
    answer = office.at_desk(field.minh()).post(at("send_records", field.session().pk), {"records": body})
    assert answer.status_code == 400


def test_a_problem_is_mended_on_its_page(clock: Clock) -> None:
    make.version()
    came = field.recorded(applicant={"name": "Đỗ Văn Tuấn", "phone": "12"})
    kept = actions.merge_record(field.session(), came, by=field.minh(), now=field.SATURDAY)
    minh = office.at_desk(field.minh())
    assert "điện thoại" in minh.get(at("problems")).content.decode()
    assert office.at_desk(office.binh()).get(at("settle_record", kept.pk)).status_code == 404
    typed = {"name": "Đỗ Văn Tuấn", "phone": "0912345118", "procedure": make.PROCEDURE, "group": "residence"}
    minh.post(at("settle_record", kept.pk), typed)
    assert Dossier.objects.get().applicant_phone == "0912345118"
    assert minh.get(at("set_aside_record", kept.pk)).status_code == 200


def test_sessions_are_planned_opened_and_closed_on_their_pages(clock: Clock) -> None:
    field.hamlets(2)
    field.saturdays(ahead_weeks=2)
    hoa = office.at_desk(office.hoa())
    hoa.post(at("plan_sessions"))
    session = FieldSession.objects.order_by("starts_at")[0]
    page = Client().get(at("public_sessions")).content.decode()
    assert str(session.hamlet) in page
    hoa.post(at("staff_session", session.pk), {"members": [one.pk for one in field.members("officer", "police")]})
    assert "thiếu đoàn thanh niên" in hoa.get(at("sessions")).content.decode()
    clock.set("2026-11-28 08:00")
    hoa = office.at_desk(office.hoa())
    hoa.post(at("open_session", session.pk))
    hoa.post(at("close_session", session.pk), {"result": "Đông người"})
    session.refresh_from_db()
    assert (session.status, session.result) == ("closed", "Đông người")


def test_anybody_asks_for_a_visit_and_follows_it(clock: Clock) -> None:
    field.home_service()
    browser = Client()
    key = browser.get(at("ask_visit")).context["form"].initial["key"]
    typed = {
        "key": key, "purpose": "both", "name": "Phạm Thị Hiền", "phone": "0912345119", "group": "disabled",
        "address": "Số 12", "asked_by": "Hàng xóm",
    }  # fmt: skip
    for _ in range(2):
        answer = browser.post(at("ask_visit"), typed)
    visit = HomeVisit.objects.get()
    assert answer.url == at("visit_standing", visit.key)  # type: ignore[attr-defined]  # a redirect
    page = browser.get(answer.url).content.decode()  # type: ignore[attr-defined]  # as above
    assert "trước" in page
    assert "Số 12" not in page
    assert "khuyết tật" not in page


def test_who_is_in_no_group_is_offered_the_post(clock: Clock) -> None:
    field.home_service()
    browser = Client()
    typed = {
        "key": "k" * 32,
        "purpose": "both",
        "name": "Lê Văn Khỏe",
        "phone": "0912345119",
        "group": "none",
        "address": "Số 1",
    }
    answer = browser.post(at("ask_visit"), typed, follow=True)
    assert "bưu chính công ích" in answer.content.decode()
    assert HomeVisit.objects.get().status == VisitStatus.OFFERED_POST


def test_a_visit_on_its_pages_from_call_to_signature(clock: Clock) -> None:
    make.version()
    visit, minh = field.visit(), office.at_desk(field.minh())
    minh.post(at("schedule_visit", visit.pk), {"day": "24/11/2026", "hour": "09:00", "visitor": field.minh().pk})
    minh.post(at("set_out", visit.pk))
    page = minh.get(at("collect", visit.pk) + f"?thu-tuc={make.PROCEDURE}").content.decode()
    assert "Giấy chứng sinh" in page
    typed = {"procedure": make.PROCEDURE, "name": "Phạm Thị Hiền", "phone": "0912345119", "seen": ["birth_proof"]}
    minh.post(at("collect", visit.pk), typed)
    minh.post(
        at("complete_visit", visit.pk),
        {"recipient": "Phạm Thị Hiền", "signature": make.photo(), "fee": "8.000", "fee_receipt": "BL-1"},
    )
    visit.refresh_from_db()
    assert (visit.status, visit.has_collected, visit.fee_collected) == (VisitStatus.DONE, True, 8000)
    assert minh.get(at("visit_proof", visit.pk, "chu-ky")).status_code == 200
    assert "Nộp, đối chiếu biên lai" in minh.get(at("visits")).content.decode()
    minh.post(at("hand_in_fees", "minh"), {"counted": "8.000"})
    visit.refresh_from_db()
    assert visit.fee_handed_in_at is not None


def test_a_death_is_at_the_top(clock: Clock) -> None:
    minh = office.at_desk(field.minh())
    minh.post(at("announce_death"), {"name": "Gia đình ông Bảy", "phone": "0912345119", "address": "Số 3"})
    assert "Có người qua đời, đi ngay" in minh.get(at("visits")).content.decode()


def test_closed_where_the_commune_has_no_such_programme(clock: Clock) -> None:
    make.commune()
    assert "chưa mở" in Client().get(at("ask_visit")).content.decode()
