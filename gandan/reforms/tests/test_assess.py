"""A proposal is taken up to be weighed."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    made = ideas.proposed(hoa)
    client = make.signed_in(hoa)
    assert "Thẩm định" in client.get(f"{ideas.ADDRESS}{made.code}/").content.decode()
    client.post(f"{ideas.ADDRESS}{made.code}/tham-dinh/")
    made.refresh_from_db()
    assert made.status == Status.ASSESSING


def test_not_before_it_is_sent() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="Ý tưởng"):
        actions.assess(ideas.idea(hoa), by=hoa, now=make.NOW)


def test_only_keepers_of_the_commune() -> None:
    made = ideas.proposed(make.leader())
    assert make.signed_in(make.clerk()).post(f"{ideas.ADDRESS}{made.code}/tham-dinh/").status_code == 404
    ideas.refuses_strangers(made.code, "tham-dinh")
