"""Untrue: the officer is protected."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.models import Call, Verdict

from . import make

pytestmark = pytest.mark.django_db


def test_the_officer_is_protected() -> None:
    one = make.heard()
    Call.objects.update(answered_by=make.nam())
    actions.conclude_listening(one, Verdict.UNTRUE, "Lời lẽ đúng mực", by=make.hoa(), now=make.at(hours=5))
    page = make.signed_in(make.minh()).get(f"{make.OFFICER}nghe-lai/{one.pk}/").content.decode()
    assert "Không đúng phản ánh" in page
    assert "không được tính" in page
    call = one.recording.call
    assert "Lời lẽ đúng mực" in make.signed_in(make.nam()).get(f"{make.OFFICER}cuoc-goi/{call.pk}/").content.decode()


def test_only_after_hearing() -> None:
    one = make.asked()
    with pytest.raises(RuleBroken):
        actions.conclude_listening(one, Verdict.TRUE, "x", by=make.hoa(), now=make.NOW)
