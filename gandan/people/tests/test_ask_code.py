"""A code is asked: six digits, kept only as a keyed hash. (From the page: test_citizen_sign_in.)"""

from datetime import timedelta

import pytest
from django.db import connection

from gandan.core.errors import RuleBroken
from gandan.people import actions
from gandan.people.contacts import Contact
from gandan.people.models import OneTimeCode, User

from . import make

pytestmark = pytest.mark.django_db
LAN = Contact("phone", "0912345118")


def test_it_works() -> None:
    asked, code = actions.ask_code(LAN, now=make.NOW)
    assert len(code) == 6
    assert code.isdecimal()
    assert asked.expires_at - asked.asked_at == timedelta(minutes=10)
    assert not User.objects.filter(is_staff_member=False).exists()


def test_neither_code_nor_contact_can_be_read_from_the_table() -> None:
    _, code = actions.ask_code(LAN, now=make.NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_onetimecode")
        row = str([bytes(cell) if isinstance(cell, memoryview) else cell for cell in cursor.fetchone()[:6]])
    assert LAN.value not in row
    assert f"'{code}'" not in row


def test_the_next_one_waits_a_minute_and_voids_the_first() -> None:
    first, _ = actions.ask_code(LAN, now=make.NOW)
    with pytest.raises(RuleBroken, match="sau 31 giây"):
        actions.ask_code(LAN, now=make.NOW + timedelta(seconds=29))
    later = make.NOW + timedelta(seconds=60)
    actions.ask_code(LAN, now=later)
    assert not OneTimeCode.objects.filter(pk=first.pk).exists()


def test_contacts_do_not_wait_for_each_other() -> None:
    actions.ask_code(LAN, now=make.NOW)
    actions.ask_code(Contact("email", "lan@gmail.com"), now=make.NOW)
    assert OneTimeCode.objects.count() == 2
