"""A unit, and a day with its working."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.years()
    one = make.opinion()
    sent = {"unit": make.division(make.commune()).pk, "text": "Đèn đường hỏng"}
    make.signed_in(make.thu()).post(f"/can-bo/doi-thoai/y-kien/{one.pk}/assign-opinion/", sent)
    one.refresh_from_db()
    assert (one.status, one.text) == ("assigned", "Đèn đường hỏng")
    assert one.due_at is not None
    assert one.due_at.date().isoformat() == "2026-12-14"


def test_given_again_the_first_day_stays() -> None:
    one = make.assigned()
    first = one.due_at
    actions.assign_opinion(one, make.commune(), by=make.thu(), now=make.at(3))
    assert one.due_at == first


def test_a_unit_elsewhere() -> None:
    with pytest.raises(RuleBroken, match="không thuộc"):
        actions.assign_opinion(make.opinion(), make.other_commune(), by=make.thu(), now=make.NOW)
