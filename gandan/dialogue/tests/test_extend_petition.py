"""Once, before the day, with a reason."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_a_denunciation_by_thirty_or_sixty_days() -> None:
    for is_special, days in ((False, 60), (True, 90)):
        one = make.accepted("denunciation")
        actions.extend_petition(one, "Xác minh nhiều nơi", by=make.hoa(), now=make.at(5), is_special=is_special)
        assert one.due_at is not None
        assert 0 <= (one.due_at - make.NOW).days - days <= 2


def test_only_once() -> None:
    one = make.accepted("complaint")
    actions.extend_petition(one, "Phức tạp", by=make.hoa(), now=make.at(5))
    with pytest.raises(RuleBroken, match="gia hạn một lần"):
        actions.extend_petition(one, "Nữa", by=make.hoa(), now=make.at(6))


def test_not_when_late() -> None:
    with pytest.raises(RuleBroken, match="quá hạn"):
        actions.extend_petition(make.accepted("complaint"), "Phức tạp", by=make.hoa(), now=make.at(60))


def test_no_law_extends_a_request() -> None:
    with pytest.raises(RuleBroken, match="không cho thêm"):
        actions.extend_petition(make.accepted(), "Bận", by=make.hoa(), now=make.at(1))


def test_not_before_it_is_accepted() -> None:
    with pytest.raises(RuleBroken, match="đang giải quyết"):
        actions.extend_petition(make.petition(), "Bận", by=make.hoa(), now=make.at(1))
