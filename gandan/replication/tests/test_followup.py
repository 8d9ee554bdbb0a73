"""Twenty-one units answer about five models (S2.1); the table is a handful of statements."""

from typing import Any

import pytest

from gandan.people.tests.make import partner
from gandan.reforms import actions as reform_actions
from gandan.reforms.models import Adoption
from gandan.replication import actions, followup

from . import make

pytestmark = pytest.mark.django_db


def test_21_responses_tracked(clock: Any, django_assert_max_num_queries: Any) -> None:
    wards = make.wards(9)
    offices = [partner(wards[0], f"ban{number}", f"Ban {number}") for number in range(12)]
    units = (*wards, *offices)
    models = tuple(make.reform(f"mo-hinh-{number}", f"Mô hình {number}") for number in range(5))
    made = make.directive(groups=())
    told = actions.Designating(reforms=models, obligation="encouraged", agencies=units)
    actions.designate(made, designating=told, by=make.hien(), now=make.NOW)
    actions.issue(made, by=make.hien(), now=make.NOW)
    assert Adoption.objects.count() == 105
    assert followup.responses(made) == (0, 21)
    for adoption in Adoption.objects.filter(agency__in=units[:2]):
        reform_actions.decline(adoption, reason="Chưa đủ người.", by=make.hien(), now=make.NOW)
    assert followup.responses(made) == (2, 21)
    with django_assert_max_num_queries(7):
        lines = followup.matrix(made, followup.units(made), make.NOW)
    assert [line.answered for line in lines if line.agency in units[:2]] == [5, 5]
    page = make.signed_in(make.hien()).get(f"/lanh-dao/van-ban-chi-dao/{made.pk}/").content.decode()
    assert "2/21" in page
    assert "Không áp dụng, có lý do" in page
    book = make.signed_in(make.hien()).get(f"/lanh-dao/van-ban-chi-dao/{made.pk}/ma-tran/")
    assert book.content[:2] == b"PK"
