"""The switchboard as the clerk uses it: choose, fill in, look, decide, switch."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gandan.dossiers.tests.make import photo, version
from gandan.people.models import Role, User
from gandan.programmes import actions
from gandan.programmes.models import Programme, Term

from . import make

pytestmark = pytest.mark.django_db
HOME = "/can-bo/chuong-trinh/"
NEW = f"{HOME}moi/test_days/"
TYPED = {
    "name": "Ngày thứ năm không hẹn", "p_weekdays": ["3"], "p_until_hour": "16:00", "p_most": "", "since": "24/11/2026",
    "until": "", "basis": "QĐ 12/QĐ-UBND",
}  # fmt: skip


def desk(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def thu() -> Client:
    make.commune()
    return desk(make.clerk())


def text(answer: Any) -> str:
    assert answer.status_code == 200, answer
    return str(answer.content.decode())


def test_it_works(thu: Client) -> None:
    version()
    assert "test_days" in text(thu.get(f"{HOME}moi/"))
    form = text(thu.get(NEW))
    assert "Đăng ký khai sinh" in form
    assert "3\xa0ngày\xa0làm\xa0việc" in form

    preview = text(thu.post(NEW, {**TYPED, "p_procedures": ["1.001193"]}))
    assert not Programme.objects.exists()
    assert "Trung tâm mở thêm theo thứ đã chọn." in preview
    assert "Đăng ký khai sinh (1.001193)" in preview
    assert "26/11" in preview
    assert "24/12" in preview
    assert 'name="p_procedures" value="1.001193"' in preview

    answer = thu.post(NEW, {**TYPED, "p_procedures": ["1.001193"], "step": "confirm", "regulation": photo("qd.jpg")})
    one = Programme.objects.get()
    assert answer.headers["Location"] == f"{HOME}{one.pk}/"
    term = one.terms.get()
    assert term.parameters["procedures"] == ["1.001193"]
    assert (term.basis, one.made_by) == ("QĐ 12/QĐ-UBND", User.objects.get(username="thu"))
    file = thu.get(f"{HOME}quy-dinh/{term.pk}/")
    assert (file.status_code, file.headers["Content-Type"]) == (200, "image/jpeg")
    assert file.headers["Content-Disposition"].startswith("attachment")
    detail = text(thu.get(f"{HOME}{one.pk}/"))
    assert "Sắp chạy" in detail
    assert "Bật chương trình từ 24/11/2026" in detail


def test_the_form_says_what_is_wrong(thu: Client) -> None:
    page = text(thu.post(NEW, {**TYPED, "p_weekdays": [], "since": "31/11/2026", "p_until_hour": "muộn"}))
    assert "chọn ít nhất một ngày trong tuần" in page
    assert "Tháng 11 chỉ có 30 ngày" in page
    assert "không phải giờ" in page
    assert "Luật cấm" in text(thu.post(NEW, {**TYPED, "p_until_hour": "18:00"}))
    assert "không bật lùi" in text(thu.post(NEW, {**TYPED, "since": "22/11/2026"}))
    assert not Programme.objects.exists()


def test_going_back_keeps_what_was_typed(thu: Client) -> None:
    page = text(thu.post(NEW, {**TYPED, "step": "edit"}))
    assert "QĐ 12/QĐ-UBND" in page
    assert 'value="3"' in page
    assert "Xem trước khi bật" in page


def test_a_conflict_is_decided_on_the_page(thu: Client) -> None:
    rival = make.programme(since=make.TODAY, name="Thứ năm cũ")
    page = text(thu.post(NEW, TYPED))
    assert "cũng chạy thứ ấy" in page
    assert "chạy hết ngày hôm trước rồi dừng" in page
    refused = text(thu.post(NEW, {**TYPED, "step": "confirm"}))
    assert 'role="alert"' in refused
    assert thu.post(NEW, {**TYPED, "step": "confirm", "replacing": [rival.pk]}).status_code == 302
    assert rival.terms.get().until == make.TODAY


def test_the_province_is_not_ended_from_here(thu: Client) -> None:
    rival = make.programme(since=make.TODAY, agency=make.commune().province)
    page = text(thu.post(NEW, TYPED))
    assert "của tỉnh, xã không dừng được" in page
    assert 'name="replacing"' not in page
    thu.post(NEW, {**TYPED, "step": "confirm", "replacing": [rival.pk]})
    assert rival.terms.get().until is None
    detail = text(thu.get(f"{HOME}{rival.pk}/"))
    assert "Chương trình này của tỉnh" in detail
    assert thu.get(f"{HOME}{rival.pk}/dung/").status_code == 404


def test_what_runs_today_can_be_replaced_from_tomorrow(thu: Client) -> None:
    make.programme(since=make.TODAY)
    Term.objects.update(since=make.TODAY - timedelta(days=7))
    page = text(thu.post(NEW, {**TYPED, "since": "23/11/2026"}))
    assert "Chọn ngày bắt đầu từ ngày mai" in page


def test_limits_and_a_roster_are_typed_without_script(thu: Client) -> None:
    version()
    address = f"{HOME}moi/test_promise/"
    form = text(thu.get(address))
    assert 'name="p_limits-1.001193"' in form
    assert "theo luật: 3" in form
    typed = {"name": "Rút ngắn", "p_limits-1.001193": "2", "p_roster-3": ["thu"], "p_loud": "on", "since": "24/11/2026"}
    assert "Thứ\xa0Năm: Thu" in text(thu.post(address, typed))
    thu.post(address, {**typed, "step": "confirm"})
    assert Term.objects.get().parameters == {"limits": {"1.001193": 2}, "roster": {"3": ["thu"]}, "loud": True}


def test_change_shows_the_difference_first(thu: Client) -> None:
    one = make.programme(since=make.TODAY)
    address = f"{HOME}{one.pk}/doi/"
    assert 'value="3" id="id_p_weekdays_3" checked' in text(thu.get(address))
    typed = {
        "p_weekdays": ["3", "5"],
        "p_until_hour": "16:00",
        "since": "24/11/2026",
        "reason": "Dân đề nghị",
        "basis": "",
    }
    assert "thứ Năm → T5, T7" in text(thu.post(address, typed))
    assert one.terms.count() == 1
    assert thu.post(address, {**typed, "step": "confirm"}).status_code == 302
    detail = text(thu.get(f"{HOME}{one.pk}/"))
    assert "Thứ trong tuần: thứ Năm → T5, T7" in detail
    assert "Lý do: Dân đề nghị" in detail
    assert "Tham số mới giống" in text(thu.post(address, {**typed, "since": "26/11/2026"}))


def test_the_rule_of_a_day_is_answered(thu: Client) -> None:
    one = make.programme(since=make.TODAY, basis="QĐ 12")
    assert "có chạy" in text(thu.get(f"{HOME}{one.pk}/?ngay=26/11/2026"))
    assert "không chạy vào thứ này" in text(thu.get(f"{HOME}{one.pk}/?ngay=27/11/2026"))
    assert "không chạy." in text(thu.get(f"{HOME}{one.pk}/?ngay=22/11/2026"))
    assert "Tháng 2 năm 2026 chỉ có 28 ngày" in text(thu.get(f"{HOME}{one.pk}/?ngay=30/02/2026"))


def test_switch_off_and_call_off(thu: Client) -> None:
    one, coming = make.programme(since=make.TODAY), make.programme(parameters={"weekdays": [5]})
    assert "Để chạy tiếp" in text(thu.get(f"{HOME}{one.pk}/dung/"))
    assert "quá khứ" in text(thu.post(f"{HOME}{one.pk}/dung/", {"last_day": "22/11/2026", "reason": "Ít người"}))
    assert thu.post(f"{HOME}{one.pk}/dung/", {"last_day": "25/11/2026", "reason": "Ít người"}).status_code == 302
    assert "đến hết 25/11/2026" in text(thu.get(f"{HOME}{one.pk}/"))
    assert "Xin ghi lý do hủy" in text(thu.post(f"{HOME}{coming.pk}/huy/", {"reason": ""}))
    assert thu.post(f"{HOME}{coming.pk}/huy/", {"reason": "Chưa đủ người"}).status_code == 302
    assert "Đã hủy trước khi chạy" in text(thu.get(f"{HOME}{coming.pk}/"))


def test_the_calendar_shows_which_day_runs_what(thu: Client) -> None:
    assert "Xã chưa có chương trình nào" in text(thu.get(HOME))
    make.programme(since=make.TODAY)
    make.programme(kind="test_promise", name="Rút ngắn", parameters={"limits": {"1.001193": 2}})
    page = text(thu.get(HOME))
    assert page.count("cal__run") == 1  # Thursday the 26th is the only one left of November
    assert text(thu.get(f"{HOME}?thang=2026-12")).count("cal__run") == 5
    assert "Chạy mọi ngày" in page
    assert 'aria-current="date"' in page
    assert "is-off" in page
    for odd in ("2026-13", "x", "99999-1", "2026"):
        assert "tháng 11/2026" in text(thu.get(HOME, {"thang": odd}))


def test_regulations_are_looked_at(thu: Client) -> None:
    def send(name: str, content: bytes) -> str:
        file = SimpleUploadedFile(name, content)
        return text(thu.post(NEW, {**TYPED, "step": "confirm", "regulation": file}))

    assert "Không mở được tệp quy định" in send("a.pdf", b"xin chao")
    assert "chương trình hoặc tệp đính kèm" in send("a.pdf", b"%PDF-1.4 /JavaScript")
    assert "bị hỏng" in send("a.pdf", b"%PDF-1.4")
    assert "không phải văn bản Word" in send("a.docx", word("khac.xml"))
    assert "chương trình hoặc tệp đính kèm" in send("a.docx", word("word/document.xml", "word/vbaProject.bin"))
    assert not Programme.objects.exists()
    good = SimpleUploadedFile("quy dinh.docx", word("word/document.xml"))
    assert thu.post(NEW, {**TYPED, "step": "confirm", "regulation": good}).status_code == 302
    assert (Term.objects.get().regulation.name or "").endswith(".docx")


def word(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "<x/>")
    return out.getvalue()


# --- Who may ---
@pytest.mark.parametrize("role", [Role.RECEPTION, Role.SPECIALIST, Role.PARTNER, Role.COMMUNICATIONS])
def test_every_officer_reads_and_is_told_who_may(role: Role) -> None:
    one = make.programme(since=make.TODAY)
    agency = make.commune().parts.get(part="cong_an") if role == Role.PARTNER else None
    client = desk(make.officer("minh", str(role), agency=agency))
    for page in (text(client.get(HOME)), text(client.get(f"{HOME}{one.pk}/"))):
        assert "Việc này của văn thư, lãnh đạo hoặc quản trị." in page
        assert "Ngày thứ năm không hẹn" in page
    for address in (NEW, f"{HOME}moi/", f"{HOME}{one.pk}/doi/", f"{HOME}{one.pk}/dung/", f"{HOME}{one.pk}/huy/"):
        assert client.get(address).status_code == client.post(address, TYPED).status_code == 404


@pytest.mark.parametrize("role", [Role.CLERK, Role.LEADER, Role.ADMINISTRATOR])
def test_three_roles_switch(role: Role) -> None:
    make.commune()
    client = desk(make.officer("hoa", str(role)))
    assert client.post(NEW, {**TYPED, "step": "confirm"}).status_code == 302


def test_binh_of_another_commune_finds_nothing() -> None:
    one = make.programme(since=make.TODAY, regulation=photo("qd.jpg"))
    binh = desk(make.officer("binh", *map(str, Role), agency=make.elsewhere()))
    term = one.terms.get()
    for rest in (f"{one.pk}/", f"{one.pk}/doi/", f"{one.pk}/dung/", f"{one.pk}/huy/", f"quy-dinh/{term.pk}/"):
        assert binh.get(HOME + rest).status_code == 404
        assert binh.post(HOME + rest, TYPED).status_code == 404
    assert "Ngày thứ năm không hẹn" not in text(binh.get(HOME))
    assert binh.post(NEW, {**TYPED, "step": "confirm", "replacing": [one.pk]}).status_code in (200, 302)
    assert one.terms.get().until is None


def test_an_unknown_kind_is_not_found_and_an_old_programme_is_still_shown(thu: Client) -> None:
    assert thu.get(f"{HOME}moi/drones/").status_code == 404
    one = make.programme(since=make.TODAY)
    Programme.objects.update(kind="drones")
    assert "bản phần mềm này chưa có" in text(thu.get(f"{HOME}{one.pk}/"))
    assert "bản phần mềm này chưa có" in text(thu.get(HOME))
    actions.switch_off(one, last_day=make.TODAY, reason="Bỏ", by=make.clerk(), now=make.MONDAY)
