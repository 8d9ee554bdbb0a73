"""A name is corrected, a division changed."""

import pytest

from gandan.core.errors import NotThisOffice
from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import User

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(quan: User) -> None:
    minh, there = make.staff(), make.division(make.commune())
    form = {"full_name": "Nguyễn Đức Minh", "gender": "male", "agency": there.pk, "phone": "", "email": "Minh@xa.vn"}
    assert make.signed_in(quan).post("/can-bo/nhan-su/minh/sua/", form)["Location"] == "/can-bo/nhan-su/minh/"
    minh.refresh_from_db()
    assert (minh.full_name, minh.agency, minh.email) == ("Nguyễn Đức Minh", there, "minh@xa.vn")
    entry = Entry.objects.about(minh).get()
    assert entry.data["fields"] == ["full_name", "gender", "email", "agency"]


def test_saving_without_a_change_leaves_no_trace(quan: User) -> None:
    minh = make.staff()
    same = actions.StaffDetails(username="minh", full_name=minh.full_name)
    actions.edit_staff(minh, same, agency=make.commune(), by=quan)
    assert not Entry.objects.about(minh).exists()


def test_nobody_is_moved_to_another_commune(quan: User) -> None:
    minh = make.staff()
    same = actions.StaffDetails(username="minh", full_name="Minh")
    with pytest.raises(NotThisOffice):
        actions.edit_staff(minh, same, agency=make.other_commune(), by=quan)


def test_another_communes_staff_cannot_be_edited(quan: User) -> None:
    binh = make.staff("binh", agency=make.other_commune())
    same = actions.StaffDetails(username="binh", full_name="Minh")
    with pytest.raises(NotThisOffice):
        actions.edit_staff(binh, same, agency=make.other_commune(), by=quan)
