import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.clerk()
    adoption = make.adoption(minh, obligation="mandatory")
    actions.ask_exemption(adoption, reason="Xã không có trường học", by=minh, now=make.NOW)
    assert adoption.status == A.EXEMPTION_ASKED


def test_what_is_not_mandatory_is_declined_instead() -> None:
    minh = make.clerk()
    with pytest.raises(RuleBroken, match="không bắt buộc"):
        actions.ask_exemption(make.adoption(minh), reason="Không hợp", by=minh, now=make.NOW)


def test_one_declined_before_the_duty_came_may_ask() -> None:
    minh, version = make.clerk(), make.version()
    adoption = make.adoption(minh, version.reform, obligation="reference")
    actions.decline(adoption, reason="Không hợp", by=minh, now=make.NOW)
    adoption = make.adoption(minh, version.reform, obligation="mandatory", directive_no="2/UBND")
    actions.ask_exemption(adoption, reason="Không hợp", by=minh, now=make.NOW)
    assert adoption.status == A.EXEMPTION_ASKED
