"""A lost telephone."""

import pytest

from gandan.core.errors import NotThisOffice
from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import User
from gandan.people.second_factor import is_enrolled

from . import make
from .test_sign_in import SECRET, code_at

pytestmark = pytest.mark.django_db


def test_it_works_and_asks_first(quan: User) -> None:
    minh = make.staff(needs_second_factor=True)
    actions.enrol_second_factor(minh, secret=SECRET, typed=code_at(make.NOW), now=make.NOW)
    browser = make.signed_in(quan)
    assert "gặp Nguyễn Văn Minh trực tiếp" in browser.get("/can-bo/nhan-su/minh/go-xac-thuc/").content.decode()
    browser.post("/can-bo/nhan-su/minh/go-xac-thuc/")
    assert not is_enrolled(minh)
    assert Entry.objects.about(minh).filter(kind="SecondFactorReset", actor=quan).exists()


def test_not_in_another_commune(quan: User) -> None:
    with pytest.raises(NotThisOffice):
        actions.reset_second_factor(make.staff("binh", agency=make.other_commune()), by=quan)
