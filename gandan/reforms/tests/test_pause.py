"""Nobody takes the model up for a while."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    made = ideas.piloted(hoa)
    make.signed_in(hoa).post(f"{ideas.ADDRESS}{made.code}/tam-dung/", {"reason": "Chờ sửa máy."})
    made.refresh_from_db()
    assert (made.status, made.reason) == (Status.PAUSED, "Chờ sửa máy.")


def test_not_without_reason_and_not_by_others() -> None:
    hoa = make.leader()
    made = ideas.piloted(hoa)
    with pytest.raises(RuleBroken, match="lý do"):
        actions.pause(made, reason="", by=hoa, now=make.NOW)
    ideas.refuses_strangers(made.code, "tam-dung")
