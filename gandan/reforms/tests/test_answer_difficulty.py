import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa, so = make.leader(), make.above()
    noted = actions.note_difficulty(make.running(hoa), actions.Remark("money", "Thiếu máy quét"), by=hoa, now=make.NOW)
    actions.answer_difficulty(noted, answer="Sở cấp hai máy", by=so, now=make.NOW)
    noted.refresh_from_db()
    assert (noted.answer, noted.answered_by) == ("Sở cấp hai máy", so)


def test_an_advantage_wants_no_answer() -> None:
    hoa = make.leader()
    remark = actions.Remark("people", "Người dân ủng hộ", is_advantage=True)
    noted = actions.note_difficulty(make.running(hoa), remark, by=hoa, now=make.NOW)
    with pytest.raises(RuleBroken, match="thuận lợi"):
        actions.answer_difficulty(noted, answer="x", by=hoa, now=make.NOW)
