"""For a reason, one open request each."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions

from . import make

pytestmark = pytest.mark.django_db


def test_a_reason_is_needed_and_one_request_is_enough() -> None:
    one = make.asked()
    with pytest.raises(RuleBroken, match="chưa kết thúc"):
        actions.ask_to_listen(one.recording, "nữa", by=make.minh(), now=make.NOW)
    with pytest.raises(RuleBroken, match="vì sao"):
        actions.ask_to_listen(one.recording, " ", by=make.hoa(), now=make.NOW)


def test_others_do_not_see_the_request() -> None:
    one = make.asked()
    address = f"{make.OFFICER}nghe-lai/{one.pk}/"
    assert make.signed_in(make.minh()).get(address).status_code == 200
    assert make.signed_in(make.hoa()).get(address).status_code == 200
    for stranger in (make.nam(), make.dung(), make.binh()):
        assert make.signed_in(stranger).get(address).status_code == 404
