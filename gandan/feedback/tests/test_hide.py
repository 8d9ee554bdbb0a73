"""Off the public pages."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_hidden_with_its_reason() -> None:
    one = make.feedback()
    actions.publish(one, "x", by=make.minh(), now=make.NOW)
    actions.hide(one, "lộ số nhà", by=make.minh(), now=make.NOW)
    assert not make.fresh(one).is_public
    with pytest.raises(RuleBroken):
        actions.hide(one, "", by=make.minh(), now=make.NOW)
