"""Taking a paper out of a draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import Paper

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    draft = make.draft()
    paper = actions.add_paper(draft, component="birth_proof", upload=make.photo())
    path = Path(paper.file.path)
    response = client.post(reverse("dossiers:remove_paper", args=[draft.key, paper.key]))
    assert response.headers["Location"] == reverse("dossiers:step", args=[draft.key, "giay-to"])
    assert not Paper.objects.exists()
    assert not path.exists()


def test_a_look_removes_nothing(client: Client) -> None:
    draft = make.draft()
    paper = actions.add_paper(draft, component="birth_proof", upload=make.photo())
    assert client.get(reverse("dossiers:remove_paper", args=[draft.key, paper.key])).status_code == 405
    assert Paper.objects.exists()


def test_a_paper_of_another_draft_stays() -> None:
    version = make.version()
    paper = actions.add_paper(make.draft(of=version), component="birth_proof", upload=make.photo())
    actions.remove_paper(make.draft(of=version), key=paper.key)
    assert Paper.objects.filter(pk=paper.pk).exists()


def test_a_filed_paper_stays() -> None:
    dossier = make.dossier()
    assert dossier.draft is not None
    with pytest.raises(RuleBroken, match="đã nộp rồi"):
        actions.remove_paper(dossier.draft, key=dossier.papers.get().key)
