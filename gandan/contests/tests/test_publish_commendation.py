"""A commendation is made known once."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Commendation

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    merit = actions.Merit("Trả kết quả tại nhà", person_name="Nguyễn Văn Khoa")
    one = actions.commend(merit, make.DECISION, organiser=make.commune(), by=make.hoa(), now=make.MONDAY)
    client.force_login(make.officer())
    assert "Nguyễn Văn Khoa" not in client.get("/can-bo/thi-dua/").content.decode()
    actions.publish_commendation(one, by=make.hoa(), now=make.MONDAY)
    actions.publish_commendation(one, by=make.hoa(), now=make.LATER)
    assert Commendation.objects.get().published_at == make.MONDAY
    assert "Nguyễn Văn Khoa" in client.get("/can-bo/thi-dua/").content.decode()
