import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.clerk()
    adoption = make.adoption(minh, obligation="encouraged")
    actions.decline(adoption, reason="Không có Công an trực thứ Năm", by=minh, now=make.NOW)
    adoption.refresh_from_db()
    assert (adoption.status, adoption.reason) == (A.DECLINED, "Không có Công an trực thứ Năm")


def test_a_mandatory_one_is_not_declined() -> None:
    minh = make.clerk()
    with pytest.raises(RuleBroken, match="Đề nghị miễn"):
        actions.decline(make.adoption(minh, obligation="mandatory"), reason="Ngại", by=minh, now=make.NOW)


def test_a_reason_is_wanted() -> None:
    minh = make.clerk()
    with pytest.raises(RuleBroken, match="lý do"):
        actions.decline(make.adoption(minh), reason=" ", by=minh, now=make.NOW)
