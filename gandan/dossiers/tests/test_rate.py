"""The citizen says how it went, and takes the result along."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import Rating
from gandan.dossiers.workflow import Status

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.RETURNED, owner=lan)
    client.force_login(lan)
    client.post(reverse("dossiers:rate", args=[dossier.code]), {"stars": "4", "words": "Nhanh"})
    rating = Rating.objects.get()
    assert (rating.dossier, rating.stars, rating.words) == (dossier, 4, "Nhanh")
    assert "đã đánh giá 4 trên 5 sao" in client.get(reverse("dossiers:mine", args=[dossier.code])).content.decode()


def test_without_a_star_nothing_is_kept(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.RETURNED, owner=lan)
    client.force_login(lan)
    page = client.post(reverse("dossiers:rate", args=[dossier.code]), {"stars": "6"}).content.decode()
    assert "field--error" in page
    assert not Rating.objects.exists()


def test_only_once_and_only_after_the_result() -> None:
    version = make.version()
    done, running = make.dossier(Status.RETURNED, of=version), make.dossier(Status.PROCESSING, of=version)
    actions.rate(done, stars=5, now=make.MONDAY)
    with pytest.raises(RuleBroken, match="đã được đánh giá"):
        actions.rate(done, stars=1, now=make.MONDAY)
    with pytest.raises(RuleBroken, match="sau khi nhận kết quả"):
        actions.rate(running, stars=5, now=make.MONDAY)
    with pytest.raises(RuleBroken, match="1 đến 5"):
        actions.rate(done, stars=0, now=make.MONDAY)


def test_the_result_is_for_its_owner_only(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.RETURNED, owner=lan)
    address = reverse("dossiers:my_result", args=[dossier.code, dossier.results.get().key])

    assert client.get(address).status_code == 302
    client.force_login(make.citizen("Trần Văn Đức", "0987654321"))
    assert client.get(address).status_code == 404
    client.force_login(lan)
    response = client.get(address)
    assert b"".join(response).startswith(b"\xff\xd8")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_own_papers_are_for_their_owner_only(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(owner=lan)
    address = reverse("dossiers:my_paper", args=[dossier.code, dossier.papers.get().key])
    client.force_login(make.citizen("Trần Văn Đức", "0987654321"))
    assert client.get(address).status_code == 404
    client.force_login(lan)
    assert client.get(address).status_code == 200
