"""Names are known to all only from publication on."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions

from . import make

pytestmark = pytest.mark.django_db


def test_names_are_hidden_before_and_shown_after(client: Client) -> None:
    contest = make.marked(2, finalists=1)
    actions.shortlist(contest, by=make.hoa(), now=make.MONDAY)
    client.force_login(make.officer())
    page, board = f"/can-bo/thi-dua/hoi-thi/{contest.pk}/", f"/man-hinh/hoi-thi/{contest.key}/"
    for address in (page, board):
        assert "Mô hình 1" not in client.get(address).content.decode()
    actions.publish(contest, by=make.hoa(), now=make.MONDAY)
    for address in (page, board):
        shown = client.get(address).content.decode()
        assert "Mô hình 1" in shown
        assert "Lê Thị Xuân" not in shown
