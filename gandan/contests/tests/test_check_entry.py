"""Who may take part is checked against the settings."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Entry
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def checking(**more: Any) -> Entry:
    contest = make.contest(**more)
    entry = make.entry(contest, make.officer())
    actions.close_entries(contest, by=make.hoa(), now=make.MONDAY)
    return Entry.objects.get(pk=entry.pk)


def test_it_works(client: Client) -> None:
    entry = checking()
    client.force_login(make.hoa())
    assert "Lê Thị Xuân" in client.get(f"/lanh-dao/thi-dua/to-chuc/bai/{entry.pk}/").content.decode()
    client.post(f"/lanh-dao/thi-dua/to-chuc/bai/{entry.pk}/", {"verdict": "yes", "reason": ""})
    entry.refresh_from_db()
    assert entry.status == "eligible"


def test_too_old_is_told_and_refused() -> None:
    entry = checking(oldest=29)
    with pytest.raises(RuleBroken, match="30 tuổi"):
        actions.check_entry(entry, is_eligible=True, by=make.hoa(), now=make.MONDAY)
    actions.check_entry(entry, is_eligible=False, by=make.hoa(), now=make.MONDAY)
    assert "đến 29 tuổi" in Entry.objects.get().reason


def test_a_reason_is_needed() -> None:
    with pytest.raises(RuleBroken, match="lý do"):
        actions.check_entry(checking(), is_eligible=False, by=make.hoa(), now=make.MONDAY)


def test_another_commune_does_not_find_it(client: Client) -> None:
    entry = checking()
    client.force_login(make.leader("binh", make.commune("11779", "Xã Tân Minh", "000.32.52.H24")))
    assert client.get(f"/lanh-dao/thi-dua/to-chuc/bai/{entry.pk}/").status_code == 404
