"""What citizens read of the programmes."""

import pytest
from django.test import Client

from gandan.dossiers.tests.make import photo
from gandan.places.models import CalendarDay
from gandan.programmes import actions

from . import make

pytestmark = pytest.mark.django_db
PAGE = "/lich-phuc-vu/"


def test_this_week_and_the_next_in_the_words_of_the_citizen(client: Client) -> None:
    make.commune()
    assert "làm việc như thường lệ" in client.get(PAGE).content.decode()
    one = make.programme(basis="QĐ 12/QĐ-UBND", regulation=photo("qd.jpg"))
    make.programme(kind="test_promise", name="Rút ngắn", parameters={"limits": {"1.001193": 2}})
    page = client.get(PAGE).content.decode()
    assert page.count("Trung tâm nhận hồ sơ đến 16 giờ") == 2
    assert "Cam kết rút ngắn" in page
    assert "QĐ 12/QĐ-UBND" in page
    assert "03/12" in page
    assert "10/12" not in page
    file = client.get(f"{PAGE}quy-dinh/{one.terms.get().pk}/")
    assert (file.status_code, file.headers["Content-Type"]) == (200, "image/jpeg")


def test_a_holiday_is_said_beside_it(client: Client) -> None:
    CalendarDay.objects.create(day="2026-11-26", kind="holiday", name="Ngày hội", basis="TB 1")
    make.programme()
    assert "Ngày này nghỉ: Ngày hội" in client.get(PAGE).content.decode()


def test_regulations_of_the_past_and_of_others_are_not_handed_out(client: Client) -> None:
    make.commune()
    foreign = make.programme(agency=make.elsewhere(), regulation=photo("qd.jpg"))
    without = make.programme()
    for one in (foreign, without):
        assert client.get(f"{PAGE}quy-dinh/{one.terms.get().pk}/").status_code == 404
    gone = make.programme(kind="test_promise", parameters={"limits": {"1": 2}}, regulation=photo("qd.jpg")).terms.get()
    gone.since, gone.until = make.TODAY.replace(month=1), make.TODAY.replace(month=2)
    gone.save()
    assert client.get(f"{PAGE}quy-dinh/{gone.pk}/").status_code == 404


def test_a_change_of_parameters_is_no_end(client: Client) -> None:
    one = make.programme(since=make.TODAY)
    asked = actions.Change({"weekdays": [3, 4]}, make.TODAY.replace(day=28), "Dân đề nghị")
    actions.change(one, asked, by=make.clerk(), now=make.MONDAY)
    page = client.get(PAGE).content.decode()
    assert "04/12" in page
    assert "Đến hết" not in page
