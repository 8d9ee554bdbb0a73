"""Complaints and denunciations are not feedback (R41)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_a_complaint_is_sent_on_in_words() -> None:
    one = make.feedback("Tôi khiếu nại quyết định thu hồi đất")
    actions.refuse(one, "complaint", by=make.minh(), now=make.at(hours=1))
    assert (one.status, "tiếp công dân" in one.public_answer) == ("refused", True)
    assert one.turned_away_at == make.at(hours=1)


def test_a_denunciation_is_never_published() -> None:
    one = make.feedback("Tôi tố cáo ông A")
    actions.publish(one, "Tố cáo ông A", by=make.minh(), now=make.NOW)
    actions.refuse(one, "denunciation", by=make.minh(), now=make.NOW)
    assert (one.is_public, one.public_text) == (False, "")
    with pytest.raises(RuleBroken, match="không được công khai"):
        actions.publish(one, "Tố cáo", by=make.minh(), now=make.NOW)


def test_other_reasons_need_words() -> None:
    with pytest.raises(RuleBroken, match="lý do"):
        actions.refuse(make.feedback(), "other", by=make.minh(), now=make.NOW)
