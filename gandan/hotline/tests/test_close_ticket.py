"""Closed only with a result."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.actions import Asked

from . import make

pytestmark = pytest.mark.django_db


def test_only_with_a_result_and_once() -> None:
    asked = Asked(topic="other", text="Hỏi", press_key="k")
    ticket = actions.transfer_call(make.order(), asked, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="chỉ đóng khi có kết quả"):
        actions.close_ticket(ticket, "", by=make.minh(), now=make.NOW)
    actions.close_ticket(ticket, "Đã trả lời", by=make.minh(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã đóng"):
        actions.close_ticket(ticket, "Đã trả lời", by=make.minh(), now=make.NOW)
