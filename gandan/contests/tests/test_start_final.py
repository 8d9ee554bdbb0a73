"""The final begins."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    contest = make.published()
    client.force_login(make.hoa())
    client.post(f"/lanh-dao/thi-dua/to-chuc/hoi-thi/{contest.pk}/start_final/")
    contest.refresh_from_db()
    assert contest.status == "final"


def test_not_before_publication() -> None:
    with pytest.raises(RuleBroken):
        actions.start_final(make.marked(), by=make.hoa(), now=make.MONDAY)
