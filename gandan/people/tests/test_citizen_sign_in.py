"""The citizen's door: a code by telephone or e-mail, from the page."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from gandan.people.contacts import CodeNotSent
from gandan.people.models import OneTimeCode, User

from . import make

pytestmark = pytest.mark.django_db
Sent = list[tuple[str, str]]


@pytest.fixture(autouse=True)
def _commune() -> None:
    make.commune()


def a_minute_passes() -> None:
    OneTimeCode.objects.update(asked_at=timezone.now() - timedelta(minutes=1))


def ask(browser: Client, contact: str, **more: str) -> Any:
    return browser.post("/dang-nhap/", {"contact": contact, **more})


def test_it_works(client: Client, sent: Sent) -> None:
    assert ask(client, "+84 912 345 118", next="/nop-ho-so/1.001193/")["Location"] == "/dang-nhap/ma/"
    page = client.get("/dang-nhap/ma/").content.decode()
    assert "118" in page
    assert "0912345118" not in page
    ((to, code),) = sent
    assert to == "0912345118"
    answer = client.post("/dang-nhap/ma/", {"code": f"{code[:3]} {code[3:]}"})
    assert answer["Location"] == "/nop-ho-so/1.001193/"
    citizen = User.objects.with_contact(phone="0912345118")
    assert citizen is not None
    assert client.session["_auth_user_id"] == str(citizen.pk)


def test_by_e_mail(client: Client, sent: Sent) -> None:
    ask(client, "Lan@Gmail.com")
    ((to, code),) = sent
    assert to == "lan@gmail.com"
    assert client.post("/dang-nhap/ma/", {"code": code})["Location"] == "/sau-dang-nhap/"
    assert client.get("/sau-dang-nhap/")["Location"] == "/cong-dan/"


def test_the_second_visit_finds_the_same_account(client: Client, sent: Sent) -> None:
    lan = make.citizen(phone="0912345118")
    ask(client, "0912.345.118")
    client.post("/dang-nhap/ma/", {"code": sent[0][1]})
    assert client.session["_auth_user_id"] == str(lan.pk)
    assert User.objects.filter(is_staff_member=False).count() == 1


def test_the_answer_never_tells_whether_an_account_exists(client: Client, sent: Sent) -> None:
    make.citizen(phone="0912345118")
    known, unknown = Client(), Client()
    first, second = ask(known, "0912345118"), ask(unknown, "0987654118")
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    pages = [browser.get("/dang-nhap/ma/").content.decode() for browser in (known, unknown)]
    tokens = [page.split('csrfmiddlewaretoken" value="')[1][:64] for page in pages]
    assert pages[0].count("<form") == pages[1].count("<form")
    assert len(tokens) == 2
    assert "_auth_user_id" not in known.session


def test_a_wrong_code_says_how_many_tries_are_left_and_five_end_it(client: Client, sent: Sent) -> None:
    ask(client, "0912345118")
    code = sent[0][1]
    wrong = "000000" if code != "000000" else "111111"
    assert "Còn 4 lần thử" in client.post("/dang-nhap/ma/", {"code": wrong}).content.decode()
    for _ in range(3):
        client.post("/dang-nhap/ma/", {"code": wrong})
    assert "nhập sai 5 lần" in client.post("/dang-nhap/ma/", {"code": wrong}).content.decode()
    assert client.post("/dang-nhap/ma/", {"code": code}).status_code == 200
    assert "_auth_user_id" not in client.session


def test_another_browser_cannot_use_the_code(client: Client, sent: Sent) -> None:
    ask(client, "0912345118")
    stranger = Client()
    assert stranger.post("/dang-nhap/ma/", {"code": sent[0][1]})["Location"] == "/dang-nhap/"


def test_sending_again_waits_a_minute_and_voids_the_first(client: Client, sent: Sent) -> None:
    ask(client, "0912345118")
    page = client.post("/dang-nhap/gui-lai-ma/", follow=True).content.decode()
    assert "gửi lại sau" in page
    a_minute_passes()
    page = client.post("/dang-nhap/gui-lai-ma/", follow=True).content.decode()
    assert "Đã gửi mã mới" in page
    assert len(sent) == 2
    assert client.post("/dang-nhap/ma/", {"code": sent[1][1]}).status_code == 302


def test_many_codes_to_one_contact_are_refused(client: Client, sent: Sent) -> None:
    for _ in range(6):
        a_minute_passes()
        assert ask(client, "0912345118").status_code == 302
    a_minute_passes()
    assert "nhiều mã" in ask(client, "0912345118").content.decode()
    assert len(sent) == 6


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        pytest.param("", "Xin nhập số điện thoại", id="nothing"),
        pytest.param("091234", "thiếu hoặc thừa số", id="too short"),
        pytest.param("0225 3842 123", "số máy bàn", id="landline"),
        pytest.param("+49 1512 3456789", "số của Việt Nam", id="foreign"),
        pytest.param("lan@gmail", "e-mail chưa đúng", id="half an address"),
        pytest.param("không nhớ", "Số điện thoại chưa đúng", id="words"),
    ],
)
def test_mistypes_are_explained(client: Client, sent: Sent, typed: str, sentence: str) -> None:
    assert sentence in ask(client, typed).content.decode()
    assert sent == []


def fail(contact: object, code: str, *, valid_minutes: int) -> None:
    raise CodeNotSent("Chưa gửi được tin nhắn tới số này. Xin thử lại sau ít phút hoặc dùng e-mail.")


def test_a_carrier_that_fails_is_said(client: Client, settings: Settings) -> None:
    settings.CODE_CARRIER = "gandan.people.tests.test_citizen_sign_in.fail"
    assert "dùng e-mail" in ask(client, "0912345118").content.decode()


def test_a_locked_account_is_told_to_call(client: Client, sent: Sent) -> None:
    lan = make.citizen(phone="0912345118")
    User.objects.filter(pk=lan.pk).update(is_active=False)
    ask(client, "0912345118")
    assert "tạm khóa" in client.post("/dang-nhap/ma/", {"code": sent[0][1]}).content.decode()


def test_an_ended_session_leads_back_to_the_form(client: Client, sent: Sent) -> None:
    door = client.get("/cong-dan/ho-ten/?next=/a/")
    assert door["Location"] == "/dang-nhap/?next=/cong-dan/ho-ten/%3Fnext%3D/a/"
    assert 'value="/cong-dan/ho-ten/?next=/a/"' in client.get(door["Location"]).content.decode()


def test_the_button_of_vneid_is_hidden_when_it_is_not_set_up(client: Client) -> None:
    assert "VNeID" not in client.get("/dang-nhap/").content.decode()
    assert client.get("/dang-nhap/vneid/").status_code == 404
