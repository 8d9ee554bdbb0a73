"""The issuer asks a unit how it goes; the unit reads it."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.replication import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    make.commune()
    made = make.issued()
    form = {"agency": make.commune().pk, "text": "Xin gửi kế hoạch trước thứ Sáu."}
    make.signed_in(make.hien()).post(f"/lanh-dao/van-ban-chi-dao/{made.pk}/nhac/", form)
    assert "Xin gửi kế hoạch" in make.signed_in(make.hoa()).get(f"/can-bo/van-ban-chi-dao/{made.pk}/").content.decode()


def test_once_a_day() -> None:
    make.commune()
    made = make.issued()
    actions.urge(made, agency=make.commune(), text="x", by=make.hien(), now=make.NOW)
    with pytest.raises(RuleBroken, match="Hôm nay đã nhắc"):
        actions.urge(made, agency=make.commune(), text="x", by=make.hien(), now=make.NOW)
    actions.urge(made, agency=make.commune(), text="x", by=make.hien(), now=make.at(1))
