"""S3.36: the Centre's hour after work, told to the ticket machine."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from gandan.booking.tests import make
from gandan.core.errors import RuleBroken
from gandan.hall.hours import open_now, refuse_when_closed
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db
BEFORE = datetime(2019, 3, 10, 9, tzinfo=make.VIETNAM)


def at(day: int, hour: int, minute: int) -> datetime:
    """Of March 2019."""
    return datetime(2019, 3, day, hour, minute, tzinfo=make.VIETNAM)


@pytest.fixture
def centre() -> None:
    make.programme(make.CENTRE, name="Ngoài giờ tại Trung tâm", since=date(2019, 3, 13), now=BEFORE)


@pytest.mark.usefixtures("centre")
@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        pytest.param(at(12, 17, 30), False, id="Tuesday, the day before"),
        pytest.param(at(13, 17, 30), True, id="Wednesday 13/3, the first"),
        pytest.param(at(15, 17, 30), False, id="Friday"),
        pytest.param(at(19, 17, 45), True, id="Tuesday 17:45"),
        pytest.param(at(19, 18, 5), False, id="Tuesday 18:05"),
        pytest.param(at(19, 9, 0), True, id="office hours"),
        pytest.param(at(19, 12, 0), False, id="noon"),
    ],
)
def test_it_works(moment: datetime, is_open: bool) -> None:  # a case
    assert open_now(people.commune(), moment).is_open == is_open


@pytest.mark.usefixtures("centre")
def test_closed_tells_the_next_opening() -> None:
    with pytest.raises(RuleBroken, match="Mở lại lúc 7\xa0giờ\xa030, thứ\xa0Tư,\xa020/03"):
        refuse_when_closed(people.commune(), at(19, 18, 5))
    with pytest.raises(RuleBroken, match="Mở lại lúc 7\xa0giờ\xa030, thứ\xa0Hai,\xa018/03"):
        refuse_when_closed(people.commune(), at(15, 17, 30))
    assert "mở đến 18\xa0giờ" in refuse_when_closed(people.commune(), at(19, 17, 45)).said(date(2019, 3, 19))


def test_hours_by_appointment_do_not_open_the_door() -> None:
    make.programme()
    assert not open_now(people.commune(), make.moment(24, 12)).is_open
