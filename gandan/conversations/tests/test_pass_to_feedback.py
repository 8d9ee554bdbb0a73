"""A question that is really a report goes into the feedback queue, once."""

import pytest

from gandan.conversations import actions

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    point = make.touchpoint(latitude=20.9, longitude=106.4)
    made = make.thread("Nắp cống trước trường bị mất", touchpoint=point, channel="touchpoint")
    for _ in range(2):
        make.at_desk(make.mai()).post(f"{make.OFFICER}{made.pk}/thanh-phan-anh/", {"category": "ha_tang.cong"})
    feedback = make.fresh(made).feedback
    assert feedback
    assert (feedback.latitude, feedback.category, feedback.sender_phone) == (20.9, "ha_tang.cong", make.PHONE)
    assert point.days.get().feedback == 1
    assert actions.pass_to_feedback(make.fresh(made), "", by=make.mai(), now=make.MONDAY) == feedback
