"""A citizen says their name once."""

import pytest

from gandan.journal.models import Entry
from gandan.people.models import User

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.commune()
    lan = make.citizen("")
    browser = make.signed_in(lan)
    assert "Chỉ hỏi một lần" in browser.get("/cong-dan/ho-ten/").content.decode()
    assert "Xin nhập họ và tên" in browser.post("/cong-dan/ho-ten/", {"full_name": " "}).content.decode()
    form = {"full_name": "Phạm Thị Lan", "gender": "female", "next": "/thu-tuc/"}
    assert browser.post("/cong-dan/ho-ten/", form)["Location"] == "/thu-tuc/"
    lan = User.objects.get(pk=lan.pk)
    assert (lan.full_name, lan.get_gender_display()) == ("Phạm Thị Lan", "bà")
    assert "Lan" not in str(Entry.objects.about(lan).get().data)


def test_staff_have_another_door() -> None:
    assert make.signed_in(make.staff()).get("/cong-dan/ho-ten/").status_code == 302
