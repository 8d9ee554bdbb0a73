"""Every channel ends with its proof, once."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.letters import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works_once() -> None:
    one = make.written()
    actions.approve_greeting(one, by=make.hoa(), now=make.NOW)
    radio = one.airings.get(channel="radio")
    lan = make.signed_in(make.lan())
    lan.post(f"{make.OFFICER}kenh/{radio.pk}/", {"proof": "Phát 06:00 và 17:00"})
    radio.refresh_from_db()
    assert (radio.proof, radio.told_by) == ("Phát 06:00 và 17:00", make.lan())
    with pytest.raises(RuleBroken, match="đã ghi bằng chứng"):
        actions.air_greeting(radio, "lần nữa", by=make.lan(), now=make.NOW)


def test_not_before_approval_and_not_without_proof() -> None:
    one = make.written()
    radio = one.airings.get(channel="radio")
    with pytest.raises(RuleBroken, match="chưa duyệt"):
        actions.air_greeting(radio, "x", by=make.lan(), now=make.NOW)
    actions.approve_greeting(one, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="Ghi bằng chứng"):
        actions.air_greeting(one.airings.get(channel="radio"), " ", by=make.lan(), now=make.NOW)
