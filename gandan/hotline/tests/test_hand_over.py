"""What the next one must know."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.journal.models import Entry

from . import make

pytestmark = pytest.mark.django_db


def test_the_next_one_reads_it() -> None:
    shift, following = make.shift(), make.shift(person=make.nam(), starts=make.at(hours=8))
    actions.hand_over(shift, "Gọi lại số 118", by=make.dung(), now=make.at(hours=8))
    assert Entry.objects.get(kind="DutyHandedOver").data["next_shift_id"] == following.pk
    page = make.signed_in(make.minh()).get(f"{make.OFFICER}ca-truc/{following.pk}/").content.decode()
    assert "Gọi lại số 118" in page


def test_only_who_keeps_the_line_hands_it_over() -> None:
    shift = make.shift()
    with pytest.raises(RuleBroken, match="trực ca này"):
        actions.hand_over(shift, "x", by=make.minh(), now=make.at(hours=8))
    with pytest.raises(RuleBroken, match="không có việc tồn"):
        actions.hand_over(shift, " ", by=make.dung(), now=make.at(hours=8))
