"""Papers of a meeting: a number once."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import Opinion

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    one = make.consultation()
    browser = make.signed_in(make.tam())
    page = browser.post(f"{make.DRAFTS}{one.pk}/nhap/", {"sheet": "7", "c0": "agree", "text": ""}, follow=True)
    assert "Đã nhập phiếu số 7" in page.content.decode()
    assert Opinion.objects.get().source == "paper"
    with pytest.raises(RuleBroken, match="đã nhập rồi"):
        actions.type_opinion(one, actions.Words({0: "agree"}), sheet=7, by=make.tam(), now=make.NOW)
