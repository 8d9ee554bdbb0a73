"""What the public reads."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions
from gandan.feedback.models import Feedback

from . import make

pytestmark = pytest.mark.django_db


def test_cleared_text_is_on_the_map() -> None:
    one = make.feedback()
    assert not Feedback.objects.shown().exists()
    actions.publish(one, "Vỉa hè bị lấn chiếm", by=make.minh(), now=make.NOW)
    assert Feedback.objects.shown().get().public_text == "Vỉa hè bị lấn chiếm"
    with pytest.raises(RuleBroken):
        actions.publish(one, " ", by=make.minh(), now=make.NOW)
