"""Three reports of one manhole are one case with followers (S3.6)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_three_are_one_with_its_followers() -> None:
    first = make.feedback("Mất nắp cống")
    for number in (1, 2):
        told = make.told("Nắp cống bị mất", sender=actions.Sender(phone=f"091234512{number}"))
        again = actions.receive(make.commune(), told, by=None, now=make.at(hours=number))
        actions.join(again, first, by=make.minh(), now=make.at(hours=2))
        assert (again.status, again.duplicate_of) == ("joined", first)
    assert first.followers.count() == 2


def test_the_end_of_a_chain_is_meant_and_followers_move_along() -> None:
    first, second, third = (make.feedback(f"việc {n}") for n in range(3))
    actions.follow(third, actions.Sender(phone="0988888888"), by=None, now=make.NOW)
    actions.join(second, first, by=make.minh(), now=make.NOW)
    actions.join(third, second, by=make.minh(), now=make.NOW)
    assert third.duplicate_of == first
    assert first.followers.filter(joined__isnull=True).count() == 1
    with pytest.raises(RuleBroken):
        actions.join(first, third, by=make.minh(), now=make.NOW)
