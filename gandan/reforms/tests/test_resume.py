"""A paused model may be taken up again."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    made = ideas.piloted(hoa)
    actions.pause(made, reason="Chờ sửa máy.", by=hoa, now=make.NOW)
    make.signed_in(hoa).post(f"{ideas.ADDRESS}{made.code}/tiep-tuc/")
    made.refresh_from_db()
    assert (made.status, made.reason) == (Status.RECOGNISED, "")


def test_only_what_is_paused() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="đang ở bước"):
        actions.resume(ideas.piloted(hoa), by=hoa, now=make.NOW)
