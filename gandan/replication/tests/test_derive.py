"""A commune's own letter: clauses and models copied, lineage kept, the adoption above stays one (S0.1)."""

from datetime import timedelta
from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms.models import Adoption
from gandan.replication import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    make.commune()
    above = make.issued()
    hoa = make.signed_in(make.hoa())
    assert "Lập văn bản triển khai" in hoa.get(f"/can-bo/van-ban-chi-dao/{above.pk}/").content.decode()
    told = {"number": "501/UBND-VHXH", "issued_on": "23/11/2026", "kind": "letter", "issuer_name": "UBND xã Chí Minh",
            "subject": "Triển khai kế hoạch 12", "groups": ["divisions"]}  # fmt: skip
    page = hoa.post(f"/can-bo/van-ban-chi-dao/{above.pk}/trien-khai/", told)["Location"]
    own = above.derived.get()
    assert page == f"/can-bo/van-ban-chi-dao/{own.pk}/"
    assert [one.number for one in own.clauses.all()] == ["1"]
    assert own.designations.get().reform == above.designations.get().reform
    assert "Mục 1 chưa có đơn vị thực hiện" in hoa.get(page).content.decode()


def test_the_commune_keeps_one_adoption_with_the_earlier_deadline() -> None:
    make.commune()
    above = make.issued(due_in=30)
    own = actions.derive(above, letter=make.letter("501/UBND"), commune=make.commune(), by=make.hoa(), now=make.NOW)
    own.clauses.all().delete()
    own.designations.update(due_on=(make.NOW + timedelta(days=20)).date())
    actions.issue(own, by=make.hoa(), now=make.NOW)
    adoption = Adoption.objects.get(agency=make.commune())
    assert adoption.directive_no == "501/UBND"
    assert above.designations.get().targets.get(agency=make.commune()).adoption == adoption


def test_only_what_was_received_and_only_once() -> None:
    make.commune()
    above = make.issued(groups=(), agencies=())
    other = make.other_commune()
    with pytest.raises(RuleBroken, match="không gửi cho"):
        actions.derive(above, letter=make.letter("1/UBND"), commune=other, by=make.binh(), now=make.NOW)
    actions.derive(above, letter=make.letter("501/UBND"), commune=make.commune(), by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã lập"):
        actions.derive(above, letter=make.letter("502/UBND"), commune=make.commune(), by=make.hoa(), now=make.NOW)
