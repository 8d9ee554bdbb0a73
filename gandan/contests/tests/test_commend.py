"""A unit or a person is commended outside a campaign (S1.32)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Commendation
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db

MERIT = actions.Merit("Trả kết quả tại nhà cho người già", person_name="Nguyễn Văn Khoa")


def test_it_works(client: Client) -> None:
    client.force_login(make.hoa())
    told = {
        "agency": "", "person_name": "Nguyễn Văn Khoa", "reason": "Trả kết quả tại nhà", "kind": "letter", "number": "5/TK",
        "decided_on": "20/11/2026",
    }  # fmt: skip
    client.post("/lanh-dao/thi-dua/to-chuc/khen/moi/", told)
    assert Commendation.objects.get().get_kind_display() == "Thư khen"


def test_somebody_and_a_number_are_needed() -> None:
    with pytest.raises(RuleBroken, match="đơn vị hoặc người"):
        actions.commend(actions.Merit("Tốt"), make.DECISION, organiser=make.commune(), by=make.hoa(), now=make.MONDAY)
    nameless = replace(make.DECISION, number="")
    with pytest.raises(RuleBroken, match="Xin ghi số"):
        actions.commend(MERIT, nameless, organiser=make.commune(), by=make.hoa(), now=make.MONDAY)
