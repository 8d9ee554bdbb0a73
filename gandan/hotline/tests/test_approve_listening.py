"""A leader allows it, not about his own call."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.models import Call

from . import make

pytestmark = pytest.mark.django_db


def test_a_leader_allows_it() -> None:
    one = make.asked()
    page = make.signed_in(make.minh()).post(f"{make.OFFICER}nghe-lai/{one.pk}/duyet/")
    assert page.status_code != 200
    one.refresh_from_db()
    assert one.status == "asked"
    make.signed_in(make.hoa()).post(f"{make.OFFICER}nghe-lai/{one.pk}/duyet/")
    one.refresh_from_db()
    assert one.status == "approved"


def test_not_about_his_own_call() -> None:
    one = make.asked()
    Call.objects.update(answered_by=make.hoa())
    one = type(one).objects.get(pk=one.pk)
    with pytest.raises(RuleBroken, match="Lãnh đạo khác"):
        actions.approve_listening(one, by=make.hoa(), now=make.NOW)
