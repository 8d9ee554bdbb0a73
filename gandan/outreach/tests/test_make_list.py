"""A list is made for a purpose."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.models import Listing

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    data = {"name": "Rà soát 75 tuổi", "purpose": "elderly", "age_from": 75, "is_without_recipients": "on"}
    make.signed_in(make.hoa()).post("/can-bo/ra-soat/moi/", data)
    assert Listing.objects.get().rule == {"age_from": 75, "without": "recipients", "procedures": []}


def test_only_leader_and_clerk() -> None:
    assert make.signed_in(make.minh()).get("/can-bo/ra-soat/moi/").status_code == 404


def test_an_unknown_purpose() -> None:
    with pytest.raises(RuleBroken, match="mục đích"):
        actions.make_list(make.commune(), actions.ListFacts("X", "x"), by=make.hoa(), now=make.NOW)
