"""A report from a touchpoint has its place already."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.core.errors import RuleBroken
from gandan.feedback.models import Feedback

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    point = make.touchpoint(latitude=20.9, longitude=106.4)
    form = {
        "text": "Đèn đường hỏng",
        "category": "ha_tang.den",
        "name": "",
        "phone": "",
        "press_key": "k1",
        "website": "",
    }
    for _ in range(2):
        page = Client().post(f"/cham/{point.key}/phan-anh/", form).content.decode()
    made = Feedback.objects.get()
    assert (made.latitude, made.place) == (20.9, "Bảng tin thôn 3, đầu thôn 3")
    assert made.code in page
    assert point.days.get().feedback == 1


def test_nothing_said() -> None:
    with pytest.raises(RuleBroken):
        actions.send_touch_feedback(make.touchpoint(), actions.TouchFeedback(text=" "), user=None, now=make.MONDAY)
