"""Which kind; a denunciation is sealed."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.petition()
    make.signed_in(make.thu()).post(f"{make.PETITIONS}{one.pk}/classify-petition/", {"kind": "request"})
    one.refresh_from_db()
    assert (one.status, one.kind, one.is_sealed, one.limit) == ("classified", "request", False, "request.sort")


@pytest.mark.parametrize(("kind", "day"), [("complaint", "2026-12-03"), ("denunciation", "2026-12-03")])
def test_ten_days_or_seven_working_days(kind: str, day: str) -> None:
    one = make.sorted_petition(kind)
    assert one.sort_due_at.date().isoformat() in (day, "2026-12-02")


def test_a_denunciation_seals_the_turn_too() -> None:
    turn = make.turn()
    letter = actions.Letter(subject="Tố cáo", name=make.SECRET)
    one = actions.receive_petition(make.commune(), letter, by=make.thu(), now=make.NOW, turn=turn)
    actions.classify_petition(one, "denunciation", by=make.thu(), now=make.NOW)
    turn.refresh_from_db()
    assert turn.is_sealed
    assert make.signed_in(make.thu()).get(f"{make.BASE}luot/{turn.pk}/").status_code == 404
    page = make.signed_in(make.thu()).get(f"{make.BASE}buoi/{turn.occasion_id}/").content.decode()
    assert "Giữ bí mật" in page
    assert turn.name not in page


def test_no_such_kind() -> None:
    with pytest.raises(RuleBroken, match="loại đơn"):
        actions.classify_petition(make.petition(), "letter", by=make.thu(), now=make.NOW)
