"""Before and after."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions
from gandan.feedback.models import PhotoMoment

from . import make

pytestmark = pytest.mark.django_db


def test_before_and_after() -> None:
    one = make.directed()
    actions.add_photos(one, [make.photo()], PhotoMoment.BEFORE, by=make.nam(), now=make.NOW)
    assert one.photos.get().moment == "before"
    with pytest.raises(RuleBroken):
        actions.add_photos(one, [], PhotoMoment.AFTER, by=make.nam(), now=make.NOW)
