"""What did not connect says how."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions

from . import make

pytestmark = pytest.mark.django_db


def test_a_line_is_checked() -> None:
    line = make.security()
    actions.check_line(line, is_connected=True, by=make.hoa(), now=make.NOW)
    assert line.checks.get().is_connected
    with pytest.raises(RuleBroken, match="gọi thử ra sao"):
        actions.check_line(line, is_connected=False, by=make.hoa(), now=make.NOW)
