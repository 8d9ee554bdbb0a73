"""A model leaves a draft."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.replication import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    made = make.directive()
    told = actions.Designating(reforms=(make.reform(),), groups=("communes",))
    one = actions.designate(made, designating=told, by=make.hien(), now=make.NOW)[0]
    make.signed_in(make.hien()).post(f"/lanh-dao/van-ban-chi-dao/{made.pk}/mo-hinh/{one.pk}/bo/")
    assert not made.designations.exists()


def test_not_after_the_issue() -> None:
    make.commune()
    made = make.issued()
    with pytest.raises(RuleBroken, match="không sửa được"):
        actions.undesignate(made.designations.get(), by=make.hien(), now=make.NOW)
