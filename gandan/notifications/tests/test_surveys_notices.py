"""A consultation that ended waits for answers."""

import pytest

from gandan.notifications.models import Notice
from gandan.surveys import actions
from gandan.surveys.tests import make

from .told import told

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.consultation()
    make.spoken(one)
    actions.close_consultation(one, by=make.tam(), now=make.NOW)
    assert set(told("consultation_closed")) == {f"Đã hết hạn lấy ý kiến: {one.title}"}
    assert "1 ý kiến" in Notice.objects.filter(event="consultation_closed")[0].text
