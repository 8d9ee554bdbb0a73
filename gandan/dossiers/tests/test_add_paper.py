"""Sending a paper of a draft."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import Draft, Paper

from . import make

pytestmark = pytest.mark.django_db


def papers(draft: Draft) -> str:
    return reverse("dossiers:step", args=[draft.key, "giay-to"])


def test_it_works(client: Client) -> None:
    draft = make.draft()
    response = client.post(papers(draft), {"birth_proof": [make.photo("1.jpg"), make.photo("2.jpg")]})
    assert response.headers["Location"] == reverse("dossiers:check", args=[draft.key])
    assert [paper.media_type for paper in Paper.objects.filter(draft=draft)] == ["image/jpeg"] * 2
    draft.refresh_from_db()
    assert "papers" in draft.done_steps


def test_one_paper_at_a_time_stays_on_the_page(client: Client) -> None:
    draft = make.draft()
    response = client.post(papers(draft), {"birth_proof": make.photo(), "add": "birth_proof"})
    assert response.headers["Location"] == papers(draft)
    assert "Tệp 1" in client.get(papers(draft)).content.decode()


def test_what_the_state_already_holds_is_not_asked_for(client: Client) -> None:
    page = client.get(papers(make.draft())).content.decode()
    assert 'name="id_card"' not in page
    assert "Không phải gửi" in page


def test_a_bad_file_is_said_and_the_good_one_is_kept(client: Client) -> None:
    draft = make.draft()
    bad = SimpleUploadedFile("giay.jpg", b"not a picture")
    page = client.post(papers(draft), {"birth_proof": make.photo(), "authorisation": bad}).content.decode()
    assert "Không mở được tệp này như một bức ảnh" in page
    assert "<title>Lỗi:" in page
    assert [paper.component for paper in Paper.objects.filter(draft=draft)] == ["birth_proof"]


def test_the_file_is_sealed_on_disk_and_given_back_whole(client: Client) -> None:
    draft = make.draft()
    paper = actions.add_paper(draft, component="birth_proof", upload=make.photo())
    with open(paper.file.path, "rb") as raw:
        assert not raw.read().startswith(b"\xff\xd8")
    response = client.get(reverse("dossiers:draft_paper", args=[draft.key, paper.key]))
    assert b"".join(response).startswith(b"\xff\xd8")
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response.headers["Cache-Control"]


def test_another_draft_does_not_give_the_file(client: Client) -> None:
    version = make.version()
    paper = actions.add_paper(make.draft(of=version), component="birth_proof", upload=make.photo())
    other = make.draft(of=version)
    assert client.get(reverse("dossiers:draft_paper", args=[other.key, paper.key])).status_code == 404


def test_only_papers_of_the_procedure_are_kept() -> None:
    with pytest.raises(RuleBroken, match="không có trong thành phần"):
        actions.add_paper(make.draft(), component="something", upload=make.photo())


def test_a_filed_draft_takes_no_more_papers() -> None:
    draft = make.dossier().draft
    assert draft is not None
    with pytest.raises(RuleBroken, match="đã nộp rồi"):
        actions.add_paper(draft, component="birth_proof", upload=make.photo())


def test_there_is_an_end_to_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gandan.dossiers.actions.filing.MOST_PAPERS", 1)
    draft = make.draft()
    actions.add_paper(draft, component="birth_proof", upload=make.photo())
    with pytest.raises(RuleBroken, match="tối đa 1 tệp"):
        actions.add_paper(draft, component="birth_proof", upload=make.photo())
