"""A person judges a likeness."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.models import ListedPerson

from . import make

pytestmark = pytest.mark.django_db


def _alike() -> ListedPerson:
    listing = make.listing()
    make.read(listing, "population", make.csv(make.POPULATION, ["1,Nguyễn Thị Hạnh,02/02/1940,,,,"]))
    make.read(listing, "recipients", make.csv(make.RECIPIENTS, ["Nguyễn Thị Hạnh,02/02/1940,"]))
    actions.match_list(listing, by=make.hoa(), now=make.NOW)
    return listing.people.get()


def test_it_works() -> None:
    person = _alike()
    make.signed_in(make.hoa()).post(f"/can-bo/ra-soat/nguoi/{person.pk}/xem-lai/", {"is_same": "1"})
    person.refresh_from_db()
    assert person.status == "served"


def test_somebody_else_stays_on_the_list() -> None:
    person = _alike()
    actions.decide_match(person, is_same=False, by=make.hoa(), now=make.NOW)
    person.refresh_from_db()
    assert (person.status, person.match) == ("found", "name")
    with pytest.raises(RuleBroken, match="không chờ xem lại"):
        actions.decide_match(person, is_same=True, by=make.hoa(), now=make.NOW)
