"""The member accepts the duty."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    shift = make.sunday(make.team())[0]
    make.signed_in(make.hoa()).post(f"/can-bo/lich-truc/ca/{shift.pk}/nhan/")
    shift.refresh_from_db()
    assert shift.status == "accepted"


def test_only_once() -> None:
    shift = make.sunday(make.team())[0]
    actions.accept_shift(shift, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken):
        actions.accept_shift(shift, by=make.hoa(), now=make.NOW)


def test_another_commune_finds_nothing() -> None:
    shift = make.sunday(make.team())[0]
    assert make.signed_in(make.binh()).post(f"/can-bo/lich-truc/ca/{shift.pk}/nhan/").status_code == 404
