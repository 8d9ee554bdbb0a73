"""A draft can be changed, an issued directive cannot."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.replication import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    made = make.directive()
    told = {"number": "13/KH-UBND", "issued_on": "24/11/2026", "kind": "plan", "issuer_name": "Sở Nội vụ",
            "subject": "Kế hoạch nhân rộng", "groups": ["communes"]}  # fmt: skip
    hien = make.signed_in(make.hien())
    assert "12/KH-UBND" in hien.get(f"/lanh-dao/van-ban-chi-dao/{made.pk}/sua/").content.decode()
    hien.post(f"/lanh-dao/van-ban-chi-dao/{made.pk}/sua/", told)
    made.refresh_from_db()
    assert (made.number, made.kind) == ("13/KH-UBND", "plan")


def test_not_after_the_issue() -> None:
    make.commune()
    made = make.issued()
    with pytest.raises(RuleBroken, match="đã ban hành nên không sửa được"):
        actions.edit_directive(made, letter=make.letter("14/KH-UBND"), by=make.hien(), now=make.NOW)
