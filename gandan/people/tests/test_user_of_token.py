"""Whose token it is, and when it was last used."""

from datetime import timedelta

import pytest

from gandan.people import actions
from gandan.people.models import ApiToken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.staff()
    assert actions.user_of_token(actions.give_token(minh, now=make.NOW), now=make.NOW) == minh


@pytest.mark.parametrize("token", ["", "gandan_", "gandan_sai", "\x00"])
def test_a_strange_token_is_nobodys(token: str) -> None:
    make.staff()
    assert actions.user_of_token(token, now=make.NOW) is None


def test_its_use_is_noted_once_an_hour(django_assert_num_queries: object) -> None:
    token = actions.give_token(make.staff(), now=make.NOW)
    actions.user_of_token(token, now=make.NOW)
    assert ApiToken.objects.get().last_used_at == make.NOW
    actions.user_of_token(token, now=make.NOW + timedelta(minutes=59))
    assert ApiToken.objects.get().last_used_at == make.NOW
    later = make.NOW + timedelta(hours=1)
    actions.user_of_token(token, now=later)
    assert ApiToken.objects.get().last_used_at == later
