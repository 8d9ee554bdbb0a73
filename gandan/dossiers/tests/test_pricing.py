"""Which fee a filing pays: cases that agree, pages and copies, and “unknown” rather than a guess."""

from typing import Any

import pytest

from gandan.catalog.models import Fee, ProcedureVersion
from gandan.dossiers.pricing import amount_for

from . import make

pytestmark = pytest.mark.django_db
CERTIFIED = {"unit": "trang", "amount": 2000, "tiers": [[2, 2000], [None, 1000]], "cap": 200000, "is_verified": True}


def version(*fees: dict[str, Any]) -> ProcedureVersion:
    made = make.version(steps=[])
    made.fees.all().delete()
    for fee in fees:
        Fee.objects.create(version=made, **({"channels": ["online", "counter"], "amount": 0} | fee))
    return made


def dong(made: ProcedureVersion, **answers: Any) -> int | None:
    return amount_for(made, make.commune(), channel="online", answers=answers).dong


def test_cases_that_ask_for_the_same_are_certain_when_one_of_them_is() -> None:
    made = version({"case": "Đăng ký trong 60 ngày"}, {"case": "Nộp trực tuyến", "is_verified": True})
    assert dong(made) == 0


def test_cases_that_differ_are_never_guessed() -> None:
    made = version({"case": "Đúng hạn", "is_verified": True}, {"case": "Quá hạn", "amount": 5000, "is_verified": True})
    assert dong(made) is None


@pytest.mark.parametrize(
    ("pages", "copies", "expected"),
    [(1, 1, 2000), (2, 3, 12000), (5, 2, 14000), (500, 1, 200000)],
    ids=["one page", "three copies of two pages", "from the third page less", "at most 200.000 a copy"],
)
def test_certified_copies_are_paid_by_page_and_copy(pages: int, copies: int, expected: int) -> None:
    assert dong(version(CERTIFIED), page_count=pages, copy_count=copies) == expected


def test_pages_nobody_counted_are_unknown() -> None:
    assert dong(version(CERTIFIED), copy_count=2) is None


def test_a_fee_for_the_whole_matter_is_not_multiplied_by_copies() -> None:
    assert dong(version({"amount": 8000, "is_verified": True}), copy_count=4) == 8000
