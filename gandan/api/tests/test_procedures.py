"""The catalogue through the API."""

import pytest

from gandan.dossiers.tests import make

from .conftest import Program

pytestmark = pytest.mark.django_db


def test_it_works(anyone: Program) -> None:
    make.version()
    found = anyone.get("procedures", q="dang ky khai sinh").json()
    assert found["items"][0] == {
        "code": make.PROCEDURE, "name": "Thủ tục đăng ký khai sinh", "short_name": "Đăng ký khai sinh", "field": "Hộ tịch",
    }  # fmt: skip
    assert found["total"] == 1


def test_list_by_field(anyone: Program) -> None:
    make.version()
    assert anyone.get("procedures", field="Hộ tịch").json()["total"] == 1
    assert anyone.get("procedures", field="Đất đai").json() == {"items": [], "total": 0}


def test_detail_tells_papers_limits_and_fees(anyone: Program) -> None:
    make.version()
    told = anyone.get(f"procedures/{make.PROCEDURE}").json()
    assert [one["key"] for one in told["components"] if one["is_required"]] == ["birth_proof"]
    assert told["limits"][0]["count"] == 3
    assert told["fees"][0]["amount"] == 8000
    assert told["steps"][0]["fields"][0]["key"] == "child_name"


def test_an_unconfirmed_fee_has_no_amount(anyone: Program) -> None:
    version = make.version()
    version.fees.update(is_verified=False)
    assert anyone.get(f"procedures/{make.PROCEDURE}").json()["fees"][0]["amount"] is None


def test_unknown_procedure(anyone: Program) -> None:
    answer = anyone.get("procedures/9.999999")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["type"] == "/loi/khong-tim-thay"
