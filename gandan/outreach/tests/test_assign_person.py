"""A person is given to the hamlet head and an officer."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    person = make.to_reach(make.matched())[0]
    url = f"/can-bo/ra-soat/nguoi/{person.pk}/"
    assert make.signed_in(make.minh()).get(url).status_code == 404
    make.signed_in(make.hoa()).post(f"{url}giao/", {"officer": make.minh().pk, "head_name": "Ông Trưởng"})
    page = make.signed_in(make.minh()).get(url).content.decode()
    assert "Ông Trưởng" in page
    assert person.id_number not in page


def test_somebody_must_be_named() -> None:
    with pytest.raises(RuleBroken, match="Xin chọn cán bộ"):
        actions.assign_person(make.to_reach(make.matched())[0], actions.Charge(), by=make.hoa(), now=make.NOW)
