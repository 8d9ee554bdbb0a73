"""S3.36: nobody draws a number in front of a closed door, except through the Centre's own desk."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.actions.drawing import Wish
from gandan.hall.hours import is_out_of_hours, open_now
from gandan.hall.models import Source, Ticket
from gandan.hall.tests import make
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db
NOON, EVENING = 4 * 60, 11 * 60
"""Minutes after 8:00."""


def test_the_hours_of_a_monday() -> None:
    assert [open_now(people.commune(), make.at(one)).is_open for one in (0, NOON, EVENING)] == [True, False, False]
    assert not is_out_of_hours(people.commune(), make.at(0))
    assert is_out_of_hours(people.commune(), make.at(NOON))


@pytest.mark.parametrize("source", [Source.KIOSK, Source.PHONE, Source.RECEIPT])
def test_the_machine_and_the_telephone_say_when_it_opens(source: Source) -> None:
    with pytest.raises(RuleBroken, match=r"đang đóng cửa\. Mở lại lúc 7\xa0giờ\xa030, thứ\xa0Ba,\xa024/11"):
        make.ticket(EVENING, source=source)
    assert not Ticket.objects.exists()


def test_the_desk_draws_at_any_hour_and_an_appointment_stands() -> None:
    actions.draw(people.commune(), Wish(source=Source.PHONE), by=make.officer(), now=make.at(EVENING))
    make.ticket(EVENING, source=Source.BOOKING, booked_for=make.at(EVENING))
    assert Ticket.objects.count() == 2


def test_the_screen_of_the_machine_is_kind_about_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    commune = people.commune()
    commune.is_serving = True
    commune.save()
    monkeypatch.setattr(timezone, "now", lambda: make.at(EVENING))
    page = client.get("/man-hinh/lay-so/11131/").content.decode()
    assert "Mở lại lúc 7\xa0giờ\xa030,<br>thứ\xa0Ba,\xa024/11" in page
    assert 'name="nhom"' not in page

    answer = client.post("/man-hinh/lay-so/11131/", {"buoc": "lay"})
    assert "đóng cửa" in answer.content.decode()
    assert not Ticket.objects.exists()
