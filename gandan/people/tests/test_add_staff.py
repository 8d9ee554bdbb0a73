"""A new colleague: from the page, by the rules, within one's own commune."""

import pytest
from django.test import Client

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import Role, User

from . import make

pytestmark = pytest.mark.django_db
FORM = {"full_name": "Đỗ Thị Ánh", "username": "do.thi.anh", "gender": "female", "phone": "0912 345 222", "email": ""}


def test_it_works(quan: User) -> None:
    browser, here = make.signed_in(quan), make.division(make.commune())
    answer = browser.post("/can-bo/nhan-su/them/", {**FORM, "agency": here.pk})
    assert answer["Location"] == "/can-bo/nhan-su/do.thi.anh/"
    page = browser.get(answer["Location"]).content.decode()
    assert "Mật khẩu dùng một lần" in page
    password = page.split('<p class="big">')[1].split("</p>")[0]
    anh = User.objects.get(username="do.thi.anh")
    assert anh.check_password(password)
    assert anh.must_change_password
    assert anh.needs_second_factor
    assert anh.phone == "0912345222"
    assert "Mật khẩu dùng một lần" not in browser.get(answer["Location"]).content.decode()
    entry = Entry.objects.about(anh).get()
    assert (entry.kind, entry.actor_id) == ("StaffAdded", quan.pk)
    assert "Ánh" not in str(entry.data)


def test_a_taken_username_is_said_on_the_form(quan: User) -> None:
    form = {**FORM, "username": "quantri", "agency": make.commune().pk}
    page = make.signed_in(quan).post("/can-bo/nhan-su/them/", form).content.decode()
    assert "đã có người dùng" in page


def test_two_at_once_cannot_take_one_username() -> None:
    here, details = make.commune(), actions.StaffDetails(username="anh", full_name="Đỗ Thị Ánh")
    actions.add_staff(here, details, password="một hai ba bốn", by=None)
    with pytest.raises(RuleBroken, match="đã có người dùng"):
        actions.add_staff(here, details, password="một hai ba bốn", by=None)


def test_an_agency_of_another_commune_is_refused(quan: User) -> None:
    there = make.other_commune()
    page = make.signed_in(quan).post("/can-bo/nhan-su/them/", {**FORM, "agency": there.pk}).content.decode()
    assert "không thuộc xã" in page
    with pytest.raises(NotThisOffice):
        actions.add_staff(there, actions.StaffDetails(username="anh", full_name="Ánh"), password="x" * 12, by=quan)


def test_people_of_the_demonstration_keep_their_password_and_need_no_second_factor(client: Client) -> None:
    details = actions.StaffDetails(
        username="motcua", full_name="Nguyễn Văn Minh", needs_second_factor=False, must_change_password=False
    )
    motcua = actions.add_staff(make.commune(), details, password="gandan-demo", by=None)
    actions.give_role(
        motcua, actions.RoleTerm(agency=make.commune(), role=Role.RECEPTION, since=make.LONG_AGO), by=None
    )
    answer = client.post("/dang-nhap/can-bo/", {"username": "motcua", "password": "gandan-demo"})
    assert answer["Location"] == "/sau-dang-nhap/"


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.ADMINISTRATOR])
def test_only_the_administrator_enters(role: str) -> None:
    assert make.signed_in(make.staff("minh", role)).get("/can-bo/nhan-su/them/").status_code == 404
