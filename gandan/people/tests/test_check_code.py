"""The typed digits: right, wrong, late, used up, twice."""

from datetime import timedelta

import pytest

from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.contacts import Contact

from . import make

pytestmark = pytest.mark.django_db
LAN = Contact("phone", "0912345118")
MINUTE = timedelta(minutes=1)


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06d}"


def test_it_works() -> None:
    asked, code = actions.ask_code(LAN, now=make.NOW)
    lan = actions.check_code(asked, typed=code, now=make.NOW + 9 * MINUTE)
    assert lan is not None
    assert lan.phone == LAN.value
    assert not lan.has_usable_password()
    entry = Entry.objects.about(lan).get()
    assert (entry.kind, entry.data["way"]) == ("CitizenWelcomed", "phone")
    assert LAN.value not in str(entry.data)


def test_a_code_opens_once() -> None:
    asked, code = actions.ask_code(LAN, now=make.NOW)
    assert actions.check_code(asked, typed=code, now=make.NOW)
    assert actions.check_code(asked, typed=code, now=make.NOW) is None


def test_after_ten_minutes_it_is_void() -> None:
    asked, code = actions.ask_code(LAN, now=make.NOW)
    assert actions.check_code(asked, typed=code, now=make.NOW + 10 * MINUTE) is None


def test_the_fifth_try_may_be_right_the_sixth_may_not() -> None:
    asked, code = actions.ask_code(LAN, now=make.NOW)
    for _ in range(4):
        assert actions.check_code(asked, typed=wrong(code), now=make.NOW) is None
    assert actions.check_code(asked, typed=code, now=make.NOW)
    later = make.NOW + 2 * MINUTE
    asked, code = actions.ask_code(LAN, now=later)
    for _ in range(5):
        actions.check_code(asked, typed=wrong(code), now=later)
    assert actions.check_code(asked, typed=code, now=later) is None


def test_staff_with_the_same_telephone_stay_apart() -> None:
    minh = make.staff(phone=LAN.value)
    asked, code = actions.ask_code(LAN, now=make.NOW)
    found = actions.check_code(asked, typed=code, now=make.NOW)
    assert found is not None
    assert found != minh
    assert not found.is_staff_member


def test_the_case_of_an_e_mail_does_not_matter() -> None:
    lan = make.citizen(phone="", email="Lan@gmail.com")
    asked, code = actions.ask_code(Contact("email", "lan@gmail.com"), now=make.NOW)
    assert actions.check_code(asked, typed=code, now=make.NOW) == lan
