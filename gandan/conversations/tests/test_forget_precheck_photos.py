"""Pictures nobody came with are not kept."""

import pytest

from gandan.conversations import actions
from gandan.conversations.jobs import forget_all
from gandan.conversations.models import PrecheckPhoto

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    one = make.with_photos()
    assert forget_all(make.at(24)) == 0
    assert forget_all(make.at(24 * 61)) == 1
    assert not PrecheckPhoto.objects.exists()
    assert actions.forget_precheck_photos(one, now=make.MONDAY) == 0
