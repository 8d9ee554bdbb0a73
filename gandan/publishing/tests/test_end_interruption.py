"""Ending an urgent message before its time."""

import pytest
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.people.models import Role
from gandan.people.tests import make as people
from gandan.publishing import actions
from gandan.publishing.models import Interruption
from gandan.publishing.tests import make
from gandan.publishing.tests.test_interrupt import interrupt

pytestmark = pytest.mark.django_db


def test_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: make.at(8, 10))
    made = interrupt(2)

    people.signed_in(make.hoa()).post(f"/can-bo/man-hinh/khan-cap/{made.pk}/thoi/")

    assert not Interruption.objects.holding(make.at(8, 11)).exists()


def test_it_ends_once() -> None:
    made = interrupt(2)
    actions.end_interruption(made, by=make.hoa(), now=make.at(9))
    with pytest.raises(RuleBroken, match="đã kết thúc"):
        actions.end_interruption(made, by=make.hoa(), now=make.at(9))


def test_a_leader_of_another_commune_cannot() -> None:
    made = interrupt(2)
    binh = people.staff("binh", str(Role.LEADER), agency=people.other_commune())
    assert people.signed_in(binh).post(f"/can-bo/man-hinh/khan-cap/{made.pk}/thoi/").status_code == 404
