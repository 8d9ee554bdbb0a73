"""The limit of law runs, with its working."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.sorted_petition()
    sent = {"unit": make.division(make.commune()).pk}
    make.signed_in(make.hoa()).post(f"{make.PETITIONS}{one.pk}/accept-petition/", sent)
    one.refresh_from_db()
    assert one.status == "accepted"
    assert one.due_at == one.first_due_at
    assert one.working["citation"].startswith("Quyết định 766")


@pytest.mark.parametrize(
    ("kind", "is_complex", "is_remote", "days"),
    [
        pytest.param("complaint", False, False, 30, id="Đ28"),
        pytest.param("complaint", True, False, 45, id="Đ28 phức tạp"),
        pytest.param("complaint", False, True, 45, id="Đ28 vùng sâu"),
        pytest.param("complaint", True, True, 60, id="Đ28 vùng sâu, phức tạp"),
        pytest.param("denunciation", False, False, 30, id="Đ30"),
    ],
)
def test_days_by_law(kind: str, *, is_complex: bool, is_remote: bool, days: int) -> None:
    make.promise(is_remote=is_remote)
    one = make.sorted_petition(kind)
    charge = actions.Charge(make.division(make.commune()), is_complex=is_complex)
    actions.accept_petition(one, charge, by=make.hoa(), now=make.NOW)
    assert one.due_at is not None
    assert 0 <= (one.due_at - make.NOW).days - days <= 2


def test_a_shorter_promise_holds() -> None:
    make.promise(request_days=3)
    one = make.accepted()
    assert one.due_at is not None
    assert one.due_at.date().isoformat() == "2026-11-26"


def test_who_may_not_read_it_does_not_get_it() -> None:
    one, charge = make.secret(), actions.Charge(make.division(make.commune()), make.minh())
    with pytest.raises(RuleBroken, match="quyền xem"):
        actions.accept_petition(one, charge, by=make.hoa(), now=make.NOW)
