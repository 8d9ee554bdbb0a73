"""Errors: always problem details, in Vietnamese, with a stable type."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver

from gandan.dossiers.tests import make

from .conftest import Program

pytestmark = pytest.mark.django_db


def test_every_route_has_the_audience() -> None:
    patterns = get_resolver("gandan.api.urls").url_patterns
    assert len(patterns) > 20
    assert {getattr(one.callback, "audience", None) for one in patterns} == {"api"}


@pytest.mark.parametrize("path", ["dossiers", "dossiers/X", "measures", "measures/on_time"])
def test_without_a_token(anyone: Program, path: str) -> None:
    answer = anyone.get(path)
    assert (answer.status_code, answer.json()["type"]) == (401, "/loi/chua-xac-thuc")
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_wrong_tokens_are_counted() -> None:
    answers = [Program("gandan_sai").get("dossiers").status_code for _ in range(61)]
    assert (answers[0], answers[-1]) == (401, 429)


def test_a_person_without_a_role(minh: Program) -> None:
    from gandan.people.models import Assignment

    Assignment.objects.all().delete()
    assert minh.get("dossiers").status_code == 403


def test_wrong_method(anyone: Program) -> None:
    answer = anyone.post("procedures", {})
    assert (answer.status_code, answer["Allow"]) == (405, "GET")
    assert answer.json()["detail"] == "Địa chỉ này không nhận POST."


def test_wrong_media_type(minh: Program) -> None:
    answer = minh.client.post(
        "/api/v1/dossiers", "a=1", content_type="text/plain", headers={"Authorization": f"Bearer {minh.token}"}
    )
    assert (answer.status_code, answer.json()["type"]) == (415, "/loi/sai-kieu-noi-dung")


@pytest.mark.parametrize(
    ("content", "status"), [("{", 400), ('{"procedure":"\\u0000"}', 400), ("[]", 422), ("{}", 422)]
)
def test_broken_bodies(minh: Program, content: str, status: int) -> None:
    headers = {"Authorization": f"Bearer {minh.token}"}
    answer = minh.client.post("/api/v1/dossiers", content, content_type="application/json", headers=headers)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


def test_missing_fields_are_named(minh: Program) -> None:
    problem = minh.post("dossiers", {"procedure": "1", "applicant": {"phone": "0912345678"}}).json()
    assert {"field": "applicant.name", "message": "Thiếu mục này."} in problem["errors"]


def test_nowhere(anyone: Program) -> None:
    answer = anyone.get("khong-co")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_our_own_fault(anyone: Program, monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("gandan.api.views.procedures.search", broken)
    make.version()
    with caplog.at_level(logging.CRITICAL):
        answer = anyone.get("procedures", q="x")
    assert (answer.status_code, answer.json()["type"]) == (500, "/loi/loi-he-thong")
    assert "ZeroDivision" not in answer.content.decode()


def test_healthz(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_healthz_while_migrations_are_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gandan.api.views.health.shipped_migrations", lambda: frozenset({("dossiers", "9999_to_come")}))
    assert client.get("/healthz").status_code == 503
