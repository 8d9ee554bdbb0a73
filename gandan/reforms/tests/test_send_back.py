"""Sent back to be made clearer; the author mends and sends again."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    made = ideas.assessed(hoa)
    make.signed_in(hoa).post(f"{ideas.ADDRESS}{made.code}/tra-lai/", {"reason": "Ghi rõ ai đọc."})
    made.refresh_from_db()
    assert (made.status, made.reason) == (Status.RETURNED, "Ghi rõ ai đọc.")
    page = make.signed_in(hoa).get(f"{ideas.ADDRESS}y-tuong/{made.code}/").content.decode()
    assert "Ghi rõ ai đọc." in page
    actions.propose(made, by=hoa, now=make.NOW)
    assert (made.status, made.reason) == (Status.PROPOSED, "")


def test_not_without_reason() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="làm rõ"):
        actions.send_back(ideas.proposed(hoa), reason=" ", by=hoa, now=make.NOW)
