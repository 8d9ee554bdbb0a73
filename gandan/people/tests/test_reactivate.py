"""Somebody comes back."""

import pytest

from gandan.core.errors import NotThisOffice
from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import User

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(quan: User) -> None:
    minh = make.staff(is_active=False)
    browser = make.signed_in(quan)
    assert "Mở lại tài khoản" in browser.get("/can-bo/nhan-su/minh/").content.decode()
    assert browser.get("/can-bo/nhan-su/minh/mo-lai/").status_code == 405
    browser.post("/can-bo/nhan-su/minh/mo-lai/")
    minh.refresh_from_db()
    assert minh.is_active
    assert Entry.objects.about(minh).get().kind == "StaffReactivated"


def test_not_in_another_commune(quan: User) -> None:
    with pytest.raises(NotThisOffice):
        actions.reactivate(make.staff("binh", agency=make.other_commune(), is_active=False), by=quan)
