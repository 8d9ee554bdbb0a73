"""“Tôi cũng gặp”."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_once_a_telephone() -> None:
    one = make.feedback()
    first = actions.follow(one, actions.Sender(phone="0988888888"), by=None, now=make.NOW)
    assert actions.follow(one, actions.Sender(phone="0988888888"), by=None, now=make.NOW).pk == first.pk
    with pytest.raises(RuleBroken, match="số điện thoại"):
        actions.follow(one, actions.Sender(), by=None, now=make.NOW)
    with pytest.raises(RuleBroken, match="đã có trả lời"):
        actions.follow(make.answered(), actions.Sender(phone="0988888888"), by=None, now=make.NOW)
