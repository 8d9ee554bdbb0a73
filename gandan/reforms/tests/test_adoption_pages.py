"""The pages of adoption: who sees what, who may press what."""

import io
import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gandan.people.models import Role
from gandan.reforms import actions
from gandan.reforms.models import Adoption, Question, Reform, Visit
from gandan.reforms.tests import make
from gandan.reforms.views.adoption_steps import ABOVE_STEPS, OFFICER_STEPS
from gandan.reforms.workflow import ADOPTION_STEPS
from gandan.reforms.workflow import AdoptionStatus as A
from tests.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def page(client: Client, name: str, *given: object, status: int = 200, query: str = "") -> str:
    answer = client.get(f"{reverse(f'reforms:{name}', args=given)}?{query}")
    assert answer.status_code == status, answer.content[:500]
    return words(answer)


def send(client: Client, name: str, *given: object, **typed: object) -> str:
    answer = client.post(reverse(f"reforms:{name}", args=given), typed, follow=True)
    assert answer.status_code == 200, answer.content[-1500:]
    return words(answer)


def words(answer: Any) -> str:
    """The page with ordinary spaces."""
    shown: str = answer.content.decode()
    return shown.replace("\u00a0", " ")


def test_every_step_has_its_action_and_its_address() -> None:
    for step in ADOPTION_STEPS:
        assert hasattr(actions, step.verb), step.verb
        if step.verb != "miss_deadline":
            assert step.verb in {*OFFICER_STEPS, *ABOVE_STEPS, "submit"}, step.verb
            reverse(f"reforms:{step.verb}", args=[1])


def test_a_leader_applies_in_one_press() -> None:
    browser, reform = make.signed_in(make.leader()), make.version().reform
    shown = page(browser, "detail", reform.code)
    assert "Áp dụng tại đơn vị" in shown
    assert "26/11/2026" in shown
    after = send(browser, "apply_here", reform.code, start_on="26/11/2026")
    assert "Đang vận hành" in after
    assert "Giữ nguyên mọi tham số của gói" in after
    assert Adoption.objects.get().programmes.count() == 1
    assert "Mở hồ sơ áp dụng" in page(browser, "detail", reform.code)


def test_an_officer_proposes_and_the_leader_decides() -> None:
    minh, reform = make.clerk(), make.version().reform
    browser, boss = make.signed_in(minh), make.signed_in(make.leader())
    assert "Đề nghị áp dụng tại đơn vị" in page(browser, "detail", reform.code)
    assert "Trình lãnh đạo" in page(browser, "adopt", reform.code)
    after = send(browser, "adopt", reform.code, viec="trinh", **_typed(minh.pk))
    assert "Chờ lãnh đạo duyệt" in after
    assert "thứ Ba" in after
    one = Adoption.objects.get()
    assert "Việc này của lãnh đạo đơn vị" in page(browser, "approve", one.pk, status=409)
    send(boss, "approve", one.pk)
    after = send(boss, "switch_on", one.pk)
    assert "Đang vận hành" in after
    assert "thứ Năm" in after


def test_an_officer_does_not_apply_by_a_press() -> None:
    browser, reform = make.signed_in(make.clerk()), make.version().reform
    send(browser, "apply_here", reform.code, start_on="26/11/2026")
    assert not Adoption.objects.exists()
    browser.post(reverse("reforms:adopt", args=[reform.code]), {"viec": "ap-dung", **_typed(1)})
    assert not Adoption.objects.exists()


def test_looking_first_changes_nothing() -> None:
    hoa, reform = make.leader(), make.version().reform
    shown = send(make.signed_in(hoa), "adopt", reform.code, viec="xem", **_typed(hoa.pk))
    assert "Chưa có gì được bật" in shown
    assert "thứ Ba, 24/11" in shown
    assert "Xã Chí Minh bắt đầu từ" in shown
    assert not Adoption.objects.exists()


def test_a_clash_is_shown_to_decide() -> None:
    hoa = make.leader()
    first = make.running(hoa, weekdays=[1])
    other = make.version(make.reform("khac", "Ngày khác")).reform
    browser = make.signed_in(hoa)
    address = reverse("reforms:adopt", args=[other.code])
    answer = browser.post(address, {"viec": "ap-dung", **_typed(hoa.pk)})
    assert answer.status_code == 409
    assert "để nhường chỗ" in answer.content.decode()
    assert not other.adoptions.exists()
    programme = first.programmes.get()
    send(browser, "adopt", other.code, viec="ap-dung", replacing=programme.pk, **_typed(hoa.pk, start_on="25/11/2026"))
    assert other.adoptions.get().status == A.RUNNING
    assert programme.terms.get().until == make.TODAY + timedelta(days=1)


def test_what_does_not_fit_is_declined_from_the_page() -> None:
    browser, reform = make.signed_in(make.leader()), make.version().reform
    asked = send(browser, "begin_adoption", reform.code)
    assert "Không áp dụng, ghi lý do" in asked
    send(browser, "decline", Adoption.objects.get().pk, reason="Không có Công an trực")
    assert Adoption.objects.get().status == A.DECLINED
    assert "Trước đây không áp dụng" in page(browser, "detail", reform.code)


def test_a_mandatory_one_shows_the_remedy() -> None:
    hoa = make.leader()
    one = make.adoption(hoa, obligation="mandatory")
    browser = make.signed_in(hoa)
    answer = browser.post(reverse("reforms:decline", args=[one.pk]), {"reason": "Ngại"})
    assert answer.status_code == 409
    assert "Đề nghị miễn" in answer.content.decode()


def test_from_missing_the_deadline_to_the_record_of_the_head(clock: Clock) -> None:
    hoa = make.leader()
    one = make.adoption(hoa, obligation="mandatory")
    clock.now = make.NOW + timedelta(days=11)
    actions.miss_deadline(one, by=None, now=clock.now)
    own, above = make.signed_in(hoa), make.signed_in(make.above())
    assert "Chờ giải trình" in page(own, "adoption", one.pk)
    send(own, "explain", one.pk, text="Mưa lũ")
    assert "Việc này của cấp trên" not in page(above, "province_adoption", one.pk)
    send(above, "rule_on", one.pk, ruling="remind", number="5/SNV", note="", new_due_on="")
    record = page(above, "head", hoa.username)
    assert "Nhắc nhở" in record
    assert "Mưa lũ" in record


def test_the_unit_does_not_rule_on_itself() -> None:
    hoa = make.leader()
    one = make.adoption(hoa, obligation="mandatory")
    browser = make.signed_in(hoa)
    assert "Việc này của cấp trên" in page(browser, "rule_on", one.pk, status=409)
    assert "Việc này của cấp trên" in page(browser, "give_time", one.pk, status=409)


def test_difficulties_are_answered_above() -> None:
    hoa = make.leader()
    one = make.running(hoa)
    send(make.signed_in(hoa), "note_difficulty", one.pk, is_advantage="0", cause="money", text="Thiếu máy quét")
    above = make.signed_in(make.above())
    assert "Thiếu máy quét" in page(above, "province_adoption", one.pk)
    send(above, "answer_difficulty", one.difficulties.get().pk, answer="Sở cấp hai máy")
    assert "Sở cấp hai máy" in page(make.signed_in(hoa), "adoption", one.pk)


def test_the_matrix_and_its_files() -> None:
    hoa = make.leader()
    make.running(hoa)
    make.adoption(make.leader(make.other_commune(), "binh"), Reform.objects.get(), obligation="encouraged")
    above = make.signed_in(make.above())
    shown = page(above, "province_adoptions")
    assert "Vận hành" in shown
    assert "Được giao" in shown
    assert "Xã Tứ Kỳ" in page(above, "province_adoptions", query="xem=danh-sach")
    assert "Vận hành" not in page(above, "province_adoptions", query="muc=encouraged")
    csv = above.get(reverse("reforms:province_adoptions"), {"dang": "csv"}).content.decode("utf-8-sig")
    assert csv.splitlines()[0] == "Đơn vị,Ngày thứ năm không hẹn"
    assert "Xã Chí Minh,Vận hành" in csv
    assert above.get(reverse("reforms:province_adoptions"), {"dang": "xlsx"}).content[:2] == b"PK"


def test_the_list_of_the_commune() -> None:
    hoa = make.leader()
    make.running(hoa)
    browser = make.signed_in(hoa)
    assert "Ngày thứ năm không hẹn" in page(browser, "adoptions")
    assert "Không có mô hình nào ở trạng thái này" in page(browser, "adoptions", query="trang-thai=qua-han")


def test_questions_and_answers() -> None:
    minh, reform = make.clerk(), make.version(make.reform(owner=make.other_commune())).reform
    send(make.signed_in(minh), "ask_question", reform.code, text="Ai trực ký?")
    asked = Question.objects.get()
    page(make.signed_in(minh), "answer_question", asked.pk, status=404)
    owner = make.signed_in(make.clerk(make.other_commune(), "binh"))
    send(owner, "answer_question", asked.pk, answer="Phó Chủ tịch")
    assert "Phó Chủ tịch" in page(make.signed_in(minh), "detail", reform.code)
    page(make.signed_in(make.above()), "province_answer_question", asked.pk)


def test_a_visit() -> None:
    there = make.other_commune()
    reform = make.running(make.leader(there, "binh")).reform
    minh, host = make.signed_in(make.clerk()), make.signed_in(make.clerk(there, "chu"))
    send(minh, "book_visit", reform.code, host=there.pk, on="30/11/2026", people=3, purpose="Xem quầy")
    visit = Visit.objects.get()
    assert minh.post(reverse("reforms:agree_visit", args=[visit.pk])).status_code == 404
    assert "Xem quầy" in page(host, "visits")
    send(host, "agree_visit", visit.pk)
    assert "Đã nhận lời" in page(minh, "visits")
    assert host.get(reverse("reforms:report_visit", args=[visit.pk])).status_code == 404


def test_a_package_leaves_and_enters() -> None:
    reform = make.version().reform
    answer = make.signed_in(make.clerk()).post(reverse("reforms:export_package", args=[reform.code]))
    sheet = json.loads(answer.content)
    sheet["reform"]["code"] = "ban-sao"
    sheet["reform"]["name"] = "Bản sao"
    file = io.BytesIO(json.dumps(sheet).encode())
    file.name = "goi.json"
    above = make.signed_in(make.above())
    after = above.post(reverse("reforms:import_package"), {"file": file})
    assert after.status_code == 302
    assert Reform.objects.get(code="ban-sao").newest() is not None
    broken = io.BytesIO(b"{")
    broken.name = "goi.json"
    assert "hỏng" in above.post(reverse("reforms:import_package"), {"file": broken}).content.decode()


def test_another_commune_sees_nothing() -> None:
    one = make.running(make.leader())
    binh = make.signed_in(make.staff("binh", Role.LEADER, agency=make.other_commune()))
    for verb in ("adoption", "province_adoption", *OFFICER_STEPS, *ABOVE_STEPS, "submit"):
        page(binh, verb, one.pk, status=404)
        assert binh.post(reverse(f"reforms:{verb}", args=[one.pk]), {"reason": "x"}).status_code == 404
    assert "Đang vận hành" not in page(binh, "adoptions")


def _typed(responsible: int, **more: object) -> dict[str, object]:
    known = {
        "start_on": "24/11/2026", "responsible": responsible, "scope": "Mọi thủ tục", "measures": "on_time_rate", "text": "",
        "pilot_until": "", "decision_no": "", "ct0-p_weekdays": "1", "ct0-p_days": "5",
    }  # fmt: skip
    return {**known, **more}
