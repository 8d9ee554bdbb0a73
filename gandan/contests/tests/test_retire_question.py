"""A question goes out of use and comes back."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    one = actions.save_question(make.QUESTIONS[0], owner=make.commune(), by=make.hoa(), now=make.MONDAY)
    client.force_login(make.hoa())
    for expected in (True, False):
        client.post(f"/lanh-dao/thi-dua/cau-hoi/{one.pk}/ngung/")
        one.refresh_from_db()
        assert one.is_retired is expected
