"""A forgotten password: a new one shown once, to be changed at the next sign-in."""

import pytest
from django.test import Client

from gandan.core.errors import NotThisOffice
from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import User

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(quan: User) -> None:
    minh = make.staff()
    theirs, browser = make.signed_in(minh), make.signed_in(quan)
    assert "bị đăng xuất ở mọi nơi" in browser.get("/can-bo/nhan-su/minh/dat-lai-mat-khau/").content.decode()
    page = browser.post("/can-bo/nhan-su/minh/dat-lai-mat-khau/", follow=True).content.decode()
    password = page.split('<p class="big">')[1].split("</p>")[0]
    minh.refresh_from_db()
    assert minh.check_password(password)
    assert theirs.get("/dang-nhap/can-bo/mat-khau/")["Location"] == "/dang-nhap/can-bo/"
    assert password not in browser.get("/can-bo/nhan-su/minh/").content.decode()
    assert password not in str(Entry.objects.about(minh).get(kind="PasswordReset").data)


def test_it_must_be_changed_before_any_work(client: Client) -> None:
    minh = make.administrator("minh")
    password = actions.reset_password(minh, by=None)
    client.post("/dang-nhap/can-bo/", {"username": "minh", "password": password})
    assert client.get("/sau-dang-nhap/")["Location"] == "/dang-nhap/can-bo/mat-khau/"
    assert client.get("/can-bo/nhan-su/")["Location"] == "/dang-nhap/can-bo/mat-khau/?next=/can-bo/nhan-su/"
    new = {"old": password, "new": "chín bỏ làm mười", "again": "chín bỏ làm mười", "next": "/can-bo/nhan-su/"}
    assert client.post("/dang-nhap/can-bo/mat-khau/", new)["Location"] == "/can-bo/nhan-su/"
    assert client.get("/can-bo/nhan-su/").status_code == 200


def test_not_in_another_commune(quan: User) -> None:
    with pytest.raises(NotThisOffice):
        actions.reset_password(make.staff("binh", agency=make.other_commune()), by=quan)
