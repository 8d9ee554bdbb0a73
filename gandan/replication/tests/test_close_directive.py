"""Nothing more is followed under it."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.replication import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    make.commune()
    made = make.issued()
    make.signed_in(make.hien()).post(f"/lanh-dao/van-ban-chi-dao/{made.pk}/ket-thuc/")
    made.refresh_from_db()
    assert made.status_label() == "Đã kết thúc"
    assert made.designations.get().status_label() == "Đã đóng"


def test_not_a_draft() -> None:
    with pytest.raises(RuleBroken, match="Dự thảo"):
        actions.close_directive(make.directive(), by=make.hien(), now=make.NOW)
