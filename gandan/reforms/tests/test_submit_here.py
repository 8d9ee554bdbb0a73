import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.models import Adoption
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh, version = make.clerk(), make.version()
    adoption = actions.submit_here(version.reform, make.plan(minh), agency=make.commune(), by=minh, now=make.NOW)
    assert adoption.status == A.SUBMITTED


def test_a_plan_that_lacks_something_leaves_nothing_behind() -> None:
    minh, version = make.clerk(), make.version()
    with pytest.raises(RuleBroken, match="chỉ tiêu"):
        actions.submit_here(make.reform("khac", "Khác"), make.plan(minh), agency=make.commune(), by=minh, now=make.NOW)
    assert version.reform.adoptions.count() == Adoption.objects.count() == 0
