"""Programmes through the API: the rights and rules of the browser."""

from __future__ import annotations

from typing import Any

import pytest

from gandan.dossiers.tests.make import officer
from gandan.people.models import Role
from gandan.programmes import kinds
from gandan.programmes.models import Programme
from gandan.programmes.tests import make

from .conftest import Program, program_of

pytestmark = pytest.mark.django_db
BODY: dict[str, Any] = {
    "kind": "test_days", "name": "Ngày thứ năm không hẹn", "parameters": {"weekdays": [3]}, "since": "2026-11-24",
    "basis": "QĐ 12",
}  # fmt: skip


@pytest.fixture(autouse=True)
def kinds_of_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in make.KINDS:
        monkeypatch.setitem(kinds._kinds, kind.name, kind)
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.MONDAY)


@pytest.fixture
def thu(db: None) -> Program:
    return program_of(make.clerk())


def test_it_works(thu: Program, minh: Program) -> None:
    made = thu.post("programmes", BODY)
    assert made.status_code == 201, made.json()
    told = made.json()
    assert told == {
        "id": told["id"], "kind": "test_days", "name": "Ngày thứ năm không hẹn", "agency": "11131", "since": "2026-11-24",
        "until": None, "origin": "",
        "parameters": {"weekdays": [3], "until_hour": "16:00", "procedures": [], "most": None},
    }  # fmt: skip
    assert minh.get("programmes").json() == {"items": []}
    for query in ({"day": "2026-11-27"}, {"day": "2026-11-27", "agency": "11131-cong_an"}):
        assert minh.get("programmes", **query).json() == {"items": [told]}
    off = thu.post(f"programmes/{told['id']}/switch-off", {"last_day": "2026-12-01", "reason": "Ít người đến"})
    assert (off.status_code, off.json()["until"]) == (200, "2026-12-01")


def test_a_repeated_request_switches_on_once(thu: Program) -> None:
    first, again = (thu.post("programmes", BODY, Idempotency_Key="k") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert Programme.objects.count() == 1


def test_rules_are_problems(thu: Program) -> None:
    thu.post("programmes", BODY)
    for broken, words in (
        (BODY, "cũng chạy thứ ấy"),
        ({**BODY, "since": "2026-11-01"}, "không bật lùi"),
        ({**BODY, "kind": "drones"}, "chưa có loại chương trình"),
        ({**BODY, "parameters": {"weekdays": 3}}, "không phải một danh sách"),
        ({**BODY, "parameters": {"weekdays": [3], "drones": 1}}, "không có tham số"),
    ):
        answer = thu.post("programmes", broken)
        assert (answer.status_code, answer.json()["type"]) == (409, "/loi/trai-quy-dinh")
        assert words in answer.json()["detail"]
    assert thu.post("programmes", {**BODY, "colour": "xanh"}).status_code == 422
    assert thu.post("programmes", {**BODY, "since": "mai"}).status_code == 422


def test_who_may(thu: Program, minh: Program, lan: Program, binh: Program, anyone: Program) -> None:
    one = thu.post("programmes", BODY).json()["id"]
    off = {"last_day": "2026-12-01", "reason": "Ít người đến"}
    assert (
        minh.post("programmes", BODY).status_code == minh.post(f"programmes/{one}/switch-off", off).status_code == 403
    )
    assert lan.get("programmes").status_code == lan.post("programmes", BODY).status_code == 403
    assert anyone.get("programmes").status_code == 401
    assert binh.get("programmes", agency="11131").status_code == 404
    assert binh.post("programmes", {**BODY, "agency": "11131"}).status_code == 404
    assert binh.post(f"programmes/{one}/switch-off", off).status_code == 404
    assert binh.post("programmes", {**BODY, "parameters": {"weekdays": [4]}, "replacing": [one]}).status_code == 409
    assert Programme.objects.get().terms.get().until is None


def test_the_province_reads_its_communes_and_switches_nothing(thu: Program) -> None:
    thu.post("programmes", BODY)
    province = make.commune().province
    assert province is not None
    sonoivu = program_of(officer("sonoivu", str(Role.OVERSIGHT), agency=province))
    assert len(sonoivu.get("programmes", agency="11131", day="2026-11-26").json()["items"]) == 1
    assert sonoivu.post("programmes", BODY).status_code == 403


def test_it_is_described(anyone: Program) -> None:
    paths = anyone.get("openapi.json").json()["paths"]
    assert {"get", "post"} <= set(paths["/api/v1/programmes"])
    assert "409" in paths["/api/v1/programmes/{programme_id}/switch-off"]["post"]["responses"]
