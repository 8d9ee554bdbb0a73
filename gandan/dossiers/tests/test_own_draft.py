"""A draft begun without signing in becomes a citizen's."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    lan, draft = make.citizen(), make.draft()
    client.force_login(lan)
    client.post(reverse("dossiers:own_draft", args=[draft.key]))
    draft.refresh_from_db()
    assert draft.owner == lan
    assert "Hồ sơ của tôi" in client.get(reverse("dossiers:draft", args=[draft.key])).content.decode()


def test_signing_in_comes_first(client: Client) -> None:
    draft = make.draft()
    response = client.post(reverse("dossiers:own_draft", args=[draft.key]))
    assert response.headers["Location"].startswith(reverse("people:citizen_sign_in"))


def test_it_cannot_be_taken_from_its_owner() -> None:
    draft = make.draft(owner=make.citizen())
    with pytest.raises(RuleBroken, match="của người khác"):
        actions.own_draft(draft, owner=make.citizen("Trần Văn Đức", "0987654321"))
