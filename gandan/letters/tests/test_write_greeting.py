"""Words and channels of a greeting."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.letters import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works_and_channels_follow() -> None:
    one = make.greeting()
    lan = make.signed_in(make.lan())
    lan.post(
        f"{make.OFFICER}ngay-le/{one.pk}/", {"title": "Chúc mừng", "body": "Chúc bà con.", "channels": ["web", "radio"]}
    )
    lan.post(
        f"{make.OFFICER}ngay-le/{one.pk}/",
        {"title": "Chúc mừng", "body": "Chúc bà con.", "channels": ["web", "screen"]},
    )
    assert sorted(one.airings.values_list("channel", flat=True)) == ["screen", "web"]
    assert "Chúc mừng" in lan.get(f"{make.OFFICER}ngay-le/{one.pk}/").content.decode()


@pytest.mark.parametrize("message", [actions.Message("", "b", ["web"]), actions.Message("a", "b", [])])
def test_nothing_is_left_out(message: actions.Message) -> None:
    with pytest.raises(RuleBroken):
        actions.write_greeting(make.greeting(), message, by=make.lan(), now=make.NOW)


def test_not_after_approval() -> None:
    one = make.written()
    actions.approve_greeting(one, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã được duyệt"):
        actions.write_greeting(one, actions.Message("a", "b", ["web"]), by=make.lan(), now=make.NOW)
