"""The province records the same matter."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import Petition

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.accepted()
    browser = make.signed_in(make.thu())
    browser.post(f"{make.PETITIONS}{one.pk}/flag-over-level/", {"words": "Ban Tiếp công dân thành phố, 45/TB"})
    assert "vượt cấp" in browser.get(f"{make.PETITIONS}?loc=vuot-cap").content.decode()
    one.refresh_from_db()
    actions.flag_over_level(one, "", by=make.thu(), now=make.NOW, is_over=False)
    assert not Petition.objects.filter(is_over_level=True).exists()


def test_where_is_needed() -> None:
    with pytest.raises(RuleBroken, match="nơi nhận"):
        actions.flag_over_level(make.accepted(), "", by=make.thu(), now=make.NOW)
