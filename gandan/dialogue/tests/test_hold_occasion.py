"""What really took place, with its proof."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_a_visit_from_a_phone() -> None:
    one = make.occasion("visit", make.at(-1))
    sent = {"held_at": "9:00", "attended": "35", "photo": make.upload(), "latitude": "20.7345", "longitude": "106.4321"}
    answer = make.signed_in(make.thu()).post(f"{make.BASE}buoi/{one.pk}/da-lam/", sent)
    assert answer.headers["Location"] == f"/can-bo/xuong-co-so/{one.pk}/"
    one.refresh_from_db()
    assert (one.status, one.attended, one.latitude) == ("held", 35, 20.7345)


def test_a_visit_needs_a_photo() -> None:
    one = make.occasion("visit", make.at(-1))
    with pytest.raises(RuleBroken, match="ảnh"):
        actions.hold_occasion(one, make.proof(one.starts_at, photo=None), by=make.thu(), now=make.NOW)


def test_not_before_its_time() -> None:
    one = make.occasion(starts=make.at(1))
    with pytest.raises(RuleBroken, match="Chưa đến giờ"):
        actions.hold_occasion(one, make.proof(one.starts_at), by=make.thu(), now=make.NOW)
