"""The family knows when somebody comes; the head knows who is missing."""

import pytest

from gandan.dossiers.tests import make as office
from gandan.notifications.models import Notice
from gandan.outreach import actions
from gandan.outreach.tests import field, make

from .told import names, told

pytestmark = pytest.mark.django_db


def test_a_visit() -> None:
    one = field.planned(visitor=office.officer("lan"))
    assert told("visit_scheduled") == ["Cán bộ đến nhà 9\u00a0giờ, thứ\u00a0Ba,\u00a024/11"]
    assert Notice.objects.get(event="visit_scheduled").is_required
    assert len(told("visit_given")) == 1
    actions.cancel_visit(one, reason="Đã tự đến", by=field.minh(), now=field.MONDAY)
    assert told("visit_cancelled") == ["Cán bộ không đến nhà nữa"]


def test_nobody_at_home() -> None:
    one = field.planned()
    actions.set_out(one, by=field.minh(), now=office.moment(24, 8))
    actions.miss_visit(one, note="Khóa cửa, hẹn chiều mai", by=field.minh(), now=office.moment(24, 9))
    assert told("visit_missed") == ["Cán bộ đã đến nhưng chưa gặp ông/bà"]


def test_a_hole_in_the_roster() -> None:
    team = make.team()
    head = make.member(team)
    head.phone = "0912345121"
    head.save()
    actions.tell_holes(team, now=make.after(make.SUNDAY, -60))
    assert names("roster_hole") == ["Đoàn viên 1", "Phạm Thị Hoa"]


def test_a_session() -> None:
    session = field.session()
    office.officer("hoa", "leader")
    session.hamlet.head_name, session.hamlet.head_phone = "Nguyễn Văn Trưởng", "0912345120"
    session.hamlet.save()
    actions.staff_session(session, [*field.members("youth")], by=field.minh(), now=field.MONDAY)
    actions.announce_session(session, by=None, now=field.MONDAY)
    assert names("session_announced") == ["Nguyễn Văn Trưởng"]
    assert len(told("session_short")) == 1
