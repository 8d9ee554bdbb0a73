"""Sent once, after the quarter, and then nothing changes it."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.measures.periods import quarter_of
from gandan.replication import actions
from gandan.replication.models import Synthesis
from gandan.reports.sealing import fingerprint

from . import make

pytestmark = pytest.mark.django_db
AFTER = make.moment("2027-01-05 08:00")


def _compiled() -> Synthesis:
    make.commune()
    made = make.issued()
    return actions.compile_synthesis(
        make.province(), period=quarter_of(make.NOW.date()), directive=made, by=make.hien(), now=AFTER
    )


def test_it_works() -> None:
    one = _compiled()
    actions.send_synthesis(one, remarks="Đề nghị nhắc nhở.", by=make.hien(), now=AFTER)
    one.refresh_from_db()
    assert one.sha256 == fingerprint(one.data)
    assert [line["unit"] for line in one.data["handlings"]] == ["Xã Chí Minh"]
    assert one.directive is not None
    assert one.directive.designations.get().status_label() == "Đã tổng kết"
    with pytest.raises(RuleBroken, match="đã gửi nên không lập lại"):
        actions.compile_synthesis(one.agency, period=one.period, directive=one.directive, by=make.hien(), now=AFTER)


def test_not_before_the_quarter_is_over() -> None:
    one = _compiled()
    with pytest.raises(RuleBroken, match="chưa hết"):
        actions.send_synthesis(one, by=make.hien(), now=make.NOW)
