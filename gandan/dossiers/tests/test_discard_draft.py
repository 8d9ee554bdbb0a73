"""Throwing a draft away."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import Draft, Paper

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    draft = make.draft()
    path = Path(actions.add_paper(draft, component="birth_proof", upload=make.photo()).file.path)
    response = client.post(reverse("dossiers:discard_draft", args=[draft.key]))
    assert response.headers["Location"] == reverse("dossiers:start", args=[make.PROCEDURE])
    assert not Draft.objects.exists()
    assert not Paper.objects.exists()
    assert not path.exists()


def test_a_filed_draft_stays() -> None:
    draft = make.dossier().draft
    assert draft is not None
    with pytest.raises(RuleBroken, match="đã nộp rồi"):
        actions.discard_draft(draft)


def test_another_citizen_cannot_throw_it_away(client: Client) -> None:
    draft = make.draft(owner=make.citizen())
    client.force_login(make.citizen("Trần Văn Đức", "0987654321"))
    assert client.post(reverse("dossiers:discard_draft", args=[draft.key])).status_code == 404
    assert Draft.objects.exists()
