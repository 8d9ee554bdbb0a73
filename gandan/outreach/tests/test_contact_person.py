"""Spoken with."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    person = make.to_reach(make.matched())[0]
    make.signed_in(make.hoa()).post(f"/can-bo/ra-soat/nguoi/{person.pk}/lien-he/", {"note": "Con gái nhận lời"})
    person.refresh_from_db()
    assert (person.status, person.reason) == ("contacted", "Con gái nhận lời")


def test_not_after_the_end() -> None:
    person = make.to_reach(make.matched())[0]
    actions.conclude(person, actions.Ending("moved", "Về với con"), by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken):
        actions.contact_person(person, note="", by=make.hoa(), now=make.NOW)
