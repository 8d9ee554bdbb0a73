"""A document begins as a draft nobody else sees."""

from typing import Any

import pytest

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.replication import actions
from gandan.replication.models import Directive

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    told = {"number": "500/UBND-VHXH", "issued_on": "23/11/2026", "kind": "letter", "issuer_name": "UBND xã Chí Minh",
            "subject": "Triển khai mô hình", "groups": ["divisions"]}  # fmt: skip
    answer = make.signed_in(make.hoa()).post("/can-bo/van-ban-chi-dao/moi/", told)
    assert answer["Location"] == f"/can-bo/van-ban-chi-dao/{Directive.objects.get().pk}/"
    assert Directive.objects.get().issuer == make.commune()


def test_a_number_once() -> None:
    make.directive()
    with pytest.raises(RuleBroken, match="Đã có văn bản số"):
        make.directive()


def test_not_for_another_office() -> None:
    with pytest.raises(NotThisOffice):
        actions.draft_directive(make.letter(), issuer=make.province(), by=make.hoa(), now=make.NOW)


def test_a_clerk_at_the_centre_does_not_draft(clock: Any) -> None:
    assert make.signed_in(make.minh()).get("/can-bo/van-ban-chi-dao/moi/").status_code == 404
