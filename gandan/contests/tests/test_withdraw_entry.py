"""The author takes a paper back and may hand in another."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.core.errors import NotThisOffice

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    contest, author = make.contest(), make.officer()
    entry = make.entry(contest, author)
    client.force_login(author)
    client.post(f"/can-bo/thi-dua/bai/{entry.pk}/rut/")
    entry.refresh_from_db()
    assert entry.status == "withdrawn"
    assert make.entry(contest, author).status == "submitted"


def test_only_the_author(client: Client) -> None:
    entry = make.entry(make.contest(), make.officer())
    with pytest.raises(NotThisOffice):
        actions.withdraw_entry(entry, by=make.hoa(), now=make.MONDAY)
    client.force_login(make.officer("khac"))
    assert client.post(f"/can-bo/thi-dua/bai/{entry.pk}/rut/").status_code == 404
