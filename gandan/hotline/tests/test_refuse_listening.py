"""Refused with a reason."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions

from . import make

pytestmark = pytest.mark.django_db


def test_refused_with_a_reason() -> None:
    one = make.asked()
    with pytest.raises(RuleBroken, match="vì sao"):
        actions.refuse_listening(one, "", by=make.hoa(), now=make.NOW)
    actions.refuse_listening(one, "Không có phản ánh nào", by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken):
        actions.listen(one, by=make.minh(), now=make.NOW)
