"""A proven identity finds its citizen, or becomes one. (Over the wire: gateways/tests/test_vneid.)"""

from dataclasses import replace

import pytest

from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import IdentityLevel, User

from . import make

pytestmark = pytest.mark.django_db
LAN = actions.ProvenIdentity(
    provider="vneid", subject="sub-1", full_name="Phạm Thị Lan", phone="0912345118", id_number="030190012412", level=2
)


def test_it_works() -> None:
    lan, account = actions.link_identity(LAN)
    assert (lan.full_name, lan.phone, lan.id_number) == ("Phạm Thị Lan", "0912345118", "030190012412")
    assert lan.identity_level == IdentityLevel.VNEID_2
    assert account.extra_data == {}
    again, same = actions.link_identity(replace(LAN, phone="", full_name=""))
    assert (again, same) == (lan, account)
    assert User.objects.get(pk=lan.pk).full_name == "Phạm Thị Lan"


def test_a_vouched_telephone_finds_the_account_there_is() -> None:
    known = make.citizen("Lan", phone="0912345118")
    lan, _ = actions.link_identity(LAN)
    assert lan == known
    assert User.objects.get(pk=known.pk).full_name == "Phạm Thị Lan"
    assert Entry.objects.about(known).get().data == {"user_id": known.pk, "level": 2}


def test_a_vouched_e_mail_does_too() -> None:
    known = make.citizen("Lan", phone="", email="lan@gmail.com")
    lan, _ = actions.link_identity(replace(LAN, phone="", email="lan@gmail.com"))
    assert lan == known


def test_without_contacts_two_subjects_are_two_people() -> None:
    first, _ = actions.link_identity(replace(LAN, phone=""))
    second, _ = actions.link_identity(replace(LAN, phone="", subject="sub-2"))
    assert first != second


def test_staff_are_never_linked() -> None:
    minh = make.staff(phone="0912345118")
    lan, _ = actions.link_identity(LAN)
    assert lan != minh
