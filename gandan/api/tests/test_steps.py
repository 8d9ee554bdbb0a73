"""A dossier walks through its steps by API."""

from __future__ import annotations

from typing import Any

import pytest

from gandan.dossiers.models import Dossier, Payment
from gandan.dossiers.tests import make

from .conftest import Program
from .test_dossiers import SEEN, body

pytestmark = pytest.mark.django_db


@pytest.fixture
def code(minh: Program) -> str:
    make.version()
    return str(minh.post("dossiers", body(papers=SEEN)).json()["code"])


def take(program: Program, code: str, verb: str, told: Any = None) -> Any:
    answer = program.post(f"dossiers/{code}/steps/{verb}", told)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def finish_all(program: Program, code: str) -> None:
    while running := [leg for leg in program.get(f"dossiers/{code}").json()["legs"] if leg["status"] == "running"]:
        if running[0]["name"] == "Phê duyệt, ký":
            return
        assert program.post(f"dossiers/{code}/legs/{running[0]['id']}/finish", {"note": "xong"}).status_code == 200


def test_it_works(minh: Program, hoa: Program, code: str) -> None:
    assert take(minh, code, "hold")["holder"] == "Minh"
    assert take(minh, code, "hand_over")["status"] == "processing"
    finish_all(minh, code)
    assert minh.post(f"dossiers/{code}/steps/approve").status_code == 403
    assert take(hoa, code, "approve", {"number": "01/2026"})["status"] == "settled"
    assert take(minh, code, "return_result", {"received_by": "Phạm Văn Tuấn"})["status"] == "returned"
    assert Dossier.objects.get(code=code).results.get().received_by == "Phạm Văn Tuấn"


def test_the_supplement_goes_out_once(minh: Program, hoa: Program, code: str) -> None:
    assert take(minh, code, "ask_supplement", {"text": "Thiếu ảnh thẻ căn cước"})["status"] == "supplement"
    assert take(minh, code, "resubmit")["status"] == "processing"
    again = minh.post(f"dossiers/{code}/steps/ask_supplement", {"text": "Thiếu nữa"})
    assert (again.status_code, again.json()["type"]) == (409, "/loi/trai-quy-dinh")
    override = {"text": "Thiếu nữa", "override": True}
    assert minh.post(f"dossiers/{code}/steps/ask_supplement", override).status_code == 403
    assert hoa.post(f"dossiers/{code}/steps/ask_supplement", override).status_code == 200


def test_money_is_asked_and_confirmed(minh: Program, code: str) -> None:
    take(minh, code, "hand_over")
    told = take(minh, code, "ask_payment", {"amount": 50000, "purpose": "Lệ phí trước bạ"})
    assert told["payments"][0]["amount"] == 50000
    assert take(minh, code, "confirm_payment", {"method": "cash"})["status"] == "processing"
    assert Payment.objects.get().receipt_number
    nothing_owed = minh.post(f"dossiers/{code}/steps/confirm_payment", {"method": "cash"})
    assert nothing_owed.status_code == 409


def test_a_step_out_of_turn_is_told(minh: Program, code: str) -> None:
    problem = minh.post(f"dossiers/{code}/steps/receive").json()
    assert problem["status"] == 409
    assert "Được tiếp nhận" in problem["detail"]


def test_a_repeated_step_happens_once(minh: Program, code: str) -> None:
    path = f"dossiers/{code}/steps/refuse"
    first = minh.post(path, {"reason": "Đất thuộc xã Tứ Kỳ"}, Idempotency_Key="k")
    again = minh.post(path, {"reason": "Đất thuộc xã Tứ Kỳ"}, Idempotency_Key="k")
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json() == first.json()


def test_the_apology_needs_a_leader(minh: Program, hoa: Program, code: str) -> None:
    apology = {
        "cause": "Công an chưa xác minh xong",
        "responsible": "11131-cong_an",
        "new_due_at": "2030-01-02T17:00:00+07:00",
    }
    answer = minh.post(f"dossiers/{code}/steps/draft_extension", apology)
    assert answer.status_code in (200, 409), answer.json()
    assert minh.post(f"dossiers/{code}/steps/extend").status_code == 403
    stranger = {**apology, "responsible": "99999"}
    assert minh.post(f"dossiers/{code}/steps/draft_extension", stranger).status_code == 422


def test_an_unknown_verb_is_not_found(minh: Program, code: str) -> None:
    answer = minh.post(f"dossiers/{code}/steps/delete")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
