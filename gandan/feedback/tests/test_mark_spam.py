"""Put aside."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_is_put_aside() -> None:
    one = make.feedback("mua thuốc giảm cân")
    actions.mark_spam(one, by=make.minh(), now=make.NOW)
    assert (one.status, one.is_public) == ("spam", False)
    with pytest.raises(RuleBroken):
        actions.mark_spam(one, by=make.minh(), now=make.NOW)
