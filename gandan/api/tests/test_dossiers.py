"""Filing, listing and reading dossiers through the API."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make
from gandan.people.models import Role
from gandan.places.models import Agency

from .conftest import Program, program_of

pytestmark = pytest.mark.django_db
SEEN = {"birth_proof": {"originals": 1, "copies": 0}}


def body(**more: Any) -> dict[str, Any]:
    return {
        "procedure": make.PROCEDURE,
        "applicant": {"name": "Nguyễn Thị Lan", "phone": "0912 345 118", "id_number": make.ID_NUMBER},
        "answers": make.ANSWERS,
        "channel": "counter",
        **more,
    }


@pytest.fixture(autouse=True)
def a_procedure(db: None) -> None:
    make.version()


def test_it_works(minh: Program) -> None:
    answer = minh.post("dossiers", body(papers=SEEN))
    told = answer.json()
    assert answer.status_code == 201, told
    assert told["status"] == "received"
    assert told["code"].startswith("000.31.52.H24-")
    assert not told["due_is_estimate"]
    assert told["due_at"].endswith("+07:00")
    kept = Dossier.objects.get(code=told["code"])
    assert (kept.key, kept.applicant_phone) == (told["key"], "0912345118")
    assert kept.answers["born_on"] == "2026-11-05"


def test_without_the_papers_the_clock_does_not_start(minh: Program) -> None:
    told = minh.post("dossiers", body()).json()
    assert told["status"] == "registered"
    assert told["missing"] == ["Giấy chứng sinh"]
    assert told["due_is_estimate"]
    assert told["due_at"]


def test_a_citizen_files_online(lan: Program) -> None:
    make.commune()
    told = lan.post("dossiers", body(channel="online", commune=make.COMMUNE)).json()
    assert told["status"] == "registered", told
    assert lan.get("dossiers").json()["items"][0]["code"] == told["code"]
    assert lan.post(f"dossiers/{told['code']}/steps/receive").status_code == 403
    assert lan.post(f"dossiers/{told['code']}/steps/withdraw").json()["status"] == "withdrawn"


def test_a_citizen_does_not_stand_at_the_counter(lan: Program) -> None:
    make.commune()
    assert lan.post("dossiers", body(commune=make.COMMUNE)).status_code == 403


def test_wrong_fields_are_named(minh: Program) -> None:
    wrong = body(applicant={"name": " ", "phone": "123"}, answers={"born_on": "31/02/2026"})
    problem = minh.post("dossiers", wrong).json()
    assert problem["status"] == 422
    assert {one["field"] for one in problem["errors"]} == {"applicant.name", "applicant.phone"}
    problem = minh.post("dossiers", body(answers={"born_on": "31/02/2026"})).json()
    assert problem["errors"] == [{"field": "answers.born_on", "message": "Ngày sinh: tháng 2 chỉ có 28 ngày."}]


def test_the_same_key_files_once(minh: Program) -> None:
    first = minh.post("dossiers", body(), Idempotency_Key="k1")
    again = minh.post("dossiers", body(), Idempotency_Key="k1")
    assert (again.status_code, again.json()) == (201, first.json())
    assert Dossier.objects.count() == 1


def test_the_same_key_for_another_body_is_refused(minh: Program) -> None:
    minh.post("dossiers", body(), Idempotency_Key="k1")
    other = minh.post("dossiers", body(papers=SEEN), Idempotency_Key="k1")
    assert (other.status_code, other.json()["type"]) == (422, "/loi/khoa-da-dung")


def test_a_refused_request_may_be_tried_again(minh: Program) -> None:
    refused = minh.post("dossiers", body(procedure="9.999999"), Idempotency_Key="k1")
    assert refused.status_code == 422
    assert minh.post("dossiers", body(), Idempotency_Key="k1").status_code == 201


def test_list_filters(minh: Program) -> None:
    code = minh.post("dossiers", body(papers=SEEN)).json()["code"]
    assert [one["code"] for one in minh.get("dossiers", status="received").json()["items"]] == [code]
    assert minh.get("dossiers", status="settled").json()["total"] == 0
    assert minh.get("dossiers", q="nguyen thi lan").json()["total"] == 1
    assert minh.get("dossiers", due_before="2001-01-01T00:00:00+07:00").json()["total"] == 0
    assert minh.get("dossiers", due_before="hôm qua").status_code == 422


def test_a_foreign_commune_sees_nothing(minh: Program, binh: Program) -> None:
    code = minh.post("dossiers", body(papers=SEEN)).json()["code"]
    assert binh.get(f"dossiers/{code}").status_code == 404
    assert binh.get("dossiers").json()["total"] == 0
    for path in ("steps/hand_over", "steps/withdraw", "legs/1/finish"):
        assert binh.post(f"dossiers/{code}/{path}").status_code == 404
    assert binh.post("dossiers", body(commune=make.COMMUNE)).status_code == 404


def test_another_citizen_sees_nothing(minh: Program, lan: Program) -> None:
    code = minh.post("dossiers", body()).json()["code"]
    assert lan.get(f"dossiers/{code}").status_code == 404


def test_a_partner_sees_only_what_was_handed_to_it(minh: Program) -> None:
    code = minh.post("dossiers", body()).json()["code"]
    police = Agency.objects.get(code=f"{make.COMMUNE}-cong_an")
    congan = program_of(make.officer("congan", Role.PARTNER, agency=police))
    assert congan.get(f"dossiers/{code}").status_code == 404
    minh.post("dossiers", body(papers=SEEN))
    assert congan.get("dossiers").json()["total"] == 1
    assert congan.post("dossiers", body()).status_code == 403


def test_list_costs_few_statements(minh: Program) -> None:
    for _ in range(3):
        minh.post("dossiers", body())
    minh.get("dossiers")
    with CaptureQueriesContext(connection) as captured:
        assert len(minh.get("dossiers").json()["items"]) == 3
    told = [one["sql"] for one in captured if "SAVEPOINT" not in one["sql"]]
    assert len(told) <= 6, "\n".join(told)
