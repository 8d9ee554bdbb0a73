"""The staff's door: password, lock-out, second factor, the way on and the way out."""

import time
from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone

from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import Role, User
from gandan.people.second_factor import PERIOD_SECONDS, is_enrolled

from . import make

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_at(moment: datetime | float, secret: str = SECRET) -> str:
    seconds = moment if isinstance(moment, float) else moment.timestamp()
    return str(format_hotp_value(hotp_value(secret, int(seconds) // PERIOD_SECONDS)))


def enrolled(username: str = "minh", *roles: str) -> User:
    user = make.staff(username, *roles, needs_second_factor=True)
    earlier = timezone.now() - timedelta(hours=1)
    assert actions.enrol_second_factor(user, secret=SECRET, typed=code_at(earlier), now=earlier)
    return user


def give_password(browser: Client, username: str = "minh", password: str = make.PASSWORD, **more: str) -> Any:
    return browser.post("/dang-nhap/can-bo/", {"username": username, "password": password, **more})


def test_it_works(client: Client) -> None:
    user = make.staff()
    assert "Cán bộ đăng nhập" in client.get("/dang-nhap/can-bo/").content.decode()
    answer = give_password(client, "Minh ")
    assert answer["Location"] == "/sau-dang-nhap/"
    assert client.session["_auth_user_id"] == str(user.pk)
    assert Entry.objects.filter(kind="StaffSignedIn", actor_id=user.pk, data__method="password").exists()


@pytest.mark.parametrize(
    ("roles", "there"),
    [((Role.RECEPTION,), "/can-bo/"), ((Role.LEADER, Role.SPECIALIST), "/lanh-dao/")],
    ids=["officer", "leader"],
)
def test_the_day_begins_where_the_work_is(client: Client, roles: tuple[str, ...], there: str) -> None:
    client.force_login(make.staff("minh", *roles))
    assert client.get("/sau-dang-nhap/")["Location"] == there


def test_without_a_role_the_page_says_what_to_do(client: Client) -> None:
    user = make.staff()
    user.assignments.all().delete()
    client.force_login(user)
    answer = client.get("/sau-dang-nhap/")
    assert answer.status_code == 403
    assert "chưa được giao việc" in answer.content.decode()


@pytest.mark.parametrize("wanted", ["/can-bo/ho-so/HS-1/", "/can-bo/?trang=2"])
def test_it_goes_on_to_the_page_that_was_wanted(client: Client, wanted: str) -> None:
    make.staff()
    assert give_password(client, next=wanted)["Location"] == wanted


@pytest.mark.parametrize("wanted", ["https://xau.example/", "//xau.example", "javascript:alert(1)", "\\\\xau.example"])
def test_it_never_goes_to_another_site(client: Client, wanted: str) -> None:
    make.staff()
    assert give_password(client, next=wanted)["Location"] == "/sau-dang-nhap/"


def test_the_session_gets_a_new_key(client: Client) -> None:
    make.staff()
    client.get("/dang-nhap/can-bo/")
    session = client.session
    session["anything"] = 1
    session.save()
    before = client.cookies["sessionid"].value if "sessionid" in client.cookies else session.session_key
    give_password(client)
    assert client.session.session_key != before


def test_unknown_name_and_wrong_password_get_the_same_answer(client: Client) -> None:
    make.staff()
    wrong = give_password(client, password="sai mật khẩu").content.decode()
    unknown = give_password(client, username="khong-co").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in wrong
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in unknown


def test_citizens_and_inactive_staff_do_not_enter_here(client: Client) -> None:
    lan = make.citizen()
    lan.set_password(make.PASSWORD)
    lan.save()
    make.staff("cu", is_active=False)
    assert give_password(client, lan.username).status_code == 200
    assert give_password(client, "cu").status_code == 200
    assert "_auth_user_id" not in client.session


def test_five_wrong_passwords_close_the_door_for_that_name_and_address(client: Client) -> None:
    make.staff()
    make.staff("hoa", full_name="Trần Thị Hoa")
    for _ in range(5):
        give_password(client, password="sai mật khẩu")
    assert "đợi 5 phút" in give_password(client).content.decode()
    assert "_auth_user_id" not in client.session
    assert give_password(client, "hoa").status_code == 302
    elsewhere = Client(REMOTE_ADDR="10.0.0.9")
    assert give_password(elsewhere).status_code == 302


def test_right_passwords_are_not_counted(client: Client) -> None:
    make.staff()
    for _ in range(7):
        assert give_password(client).status_code == 302


def test_the_second_factor_is_asked_before_anybody_is_signed_in(client: Client) -> None:
    enrolled()
    assert give_password(client, next="/can-bo/")["Location"] == "/dang-nhap/can-bo/ma/"
    assert "_auth_user_id" not in client.session
    assert client.get("/can-bo/nhan-su/")["Location"].startswith("/dang-nhap/can-bo/")
    answer = client.post("/dang-nhap/can-bo/ma/", {"code": code_at(time.time())})
    assert answer["Location"] == "/can-bo/"
    assert "_auth_user_id" in client.session


def test_wrong_codes_are_refused_and_counted(client: Client) -> None:
    enrolled()
    give_password(client)
    for _ in range(5):
        answer = client.post("/dang-nhap/can-bo/ma/", {"code": "000000"})
        assert "Mã chưa đúng" in answer.content.decode()
    assert "đợi 5 phút" in client.post("/dang-nhap/can-bo/ma/", {"code": code_at(time.time())}).content.decode()


def test_a_recovery_code_opens_once(client: Client) -> None:
    user = enrolled()
    recovery = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES).wrap()
    code = recovery.get_unused_codes()[0]
    give_password(client)
    assert client.post("/dang-nhap/can-bo/ma/", {"code": f"{code[:4]} {code[4:]}"}).status_code == 302
    again = Client()
    give_password(again)
    assert again.post("/dang-nhap/can-bo/ma/", {"code": code}).status_code == 200


def test_the_first_sign_in_ties_an_app_and_shows_the_recovery_codes_once(client: Client) -> None:
    user = make.staff("minh", Role.ADMINISTRATOR, needs_second_factor=True)
    give_password(client, next="/can-bo/nhan-su/")
    page = client.get("/dang-nhap/can-bo/ma/", follow=True).content.decode()
    assert "data:image/svg+xml" in page
    secret = page.split('enrol__key"><b>')[1].split("</b>")[0].replace(" ", "")
    assert "Mã chưa đúng" in client.post("/dang-nhap/can-bo/ung-dung-xac-thuc/", {"code": "123456"}).content.decode()
    code = code_at(time.time(), secret)
    assert (
        client.post("/dang-nhap/can-bo/ung-dung-xac-thuc/", {"code": code})["Location"]
        == "/dang-nhap/can-bo/ma-du-phong/"
    )
    assert is_enrolled(user)
    shown = client.get("/dang-nhap/can-bo/ma-du-phong/").content.decode()
    kept = client.get("/dang-nhap/can-bo/ma-du-phong/?tep=1")
    first = kept.content.decode().splitlines()[2]
    assert f"{first[:4]} {first[4:]}" in shown
    assert "attachment" in kept["Content-Disposition"]
    assert client.post("/dang-nhap/can-bo/ma-du-phong/")["Location"] == "/can-bo/nhan-su/"
    assert client.get("/dang-nhap/can-bo/ma-du-phong/").status_code == 302
    assert client.get("/can-bo/nhan-su/").status_code == 200


def test_the_secret_is_sealed_in_the_database_and_in_the_session(client: Client) -> None:
    user = enrolled()
    kept = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    assert SECRET not in str(kept.data)
    make.staff("moi", needs_second_factor=True)
    give_password(client, "moi")
    page = client.get("/dang-nhap/can-bo/ung-dung-xac-thuc/").content.decode()
    secret = page.split('enrol__key"><b>')[1].split("</b>")[0].replace(" ", "")
    assert secret not in str(dict(client.session))


def test_a_session_without_the_second_factor_opens_no_officers_page(client: Client) -> None:
    client.force_login(enrolled("minh", Role.ADMINISTRATOR))
    assert client.get("/can-bo/nhan-su/")["Location"].startswith("/dang-nhap/can-bo/ma/")
    client.post("/dang-nhap/can-bo/ma/", {"code": code_at(time.time())})
    assert client.get("/can-bo/nhan-su/").status_code == 200


def test_half_way_in_lasts_ten_minutes(client: Client) -> None:
    enrolled()
    give_password(client)
    session = client.session
    session["people.proving"] = {**session["people.proving"], "at": time.time() - 601}
    session.save()
    assert client.post("/dang-nhap/can-bo/ma/", {"code": code_at(time.time())})["Location"] == "/dang-nhap/can-bo/"


def test_sign_out_is_a_button_not_a_link(client: Client) -> None:
    client.force_login(make.staff())
    assert client.get("/dang-xuat/").status_code == 405
    assert client.post("/dang-xuat/")["Location"] == "/dang-nhap/can-bo/"
    assert "_auth_user_id" not in client.session
