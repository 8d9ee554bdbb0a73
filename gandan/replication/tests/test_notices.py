"""Units are told what was issued to them, how they are asked, and what falls due."""

import pytest

from gandan.notifications.models import Notice
from gandan.notifications.tests.told import names, told
from gandan.replication import actions
from gandan.replication.jobs import remind_all

from . import make
from .test_send_report import call

pytestmark = pytest.mark.django_db


def test_issued_and_urged() -> None:
    make.hoa()
    made = make.issued()
    actions.urge(made, agency=make.commune(), text="Xin gửi kế hoạch.", by=make.hien(), now=make.NOW)
    assert told("directive_issued") == [f"Văn bản mới: {made.number}"]
    assert names("directive_urged") == ["Phạm Thị Hoa"]
    assert "Xin gửi kế hoạch." in Notice.objects.get(event="directive_urged").text


def test_a_report_is_due() -> None:
    make.hoa()
    actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    remind_all(make.moment("2026-12-23 07:05"))
    assert told("report_reminded") == ["Còn 1 ngày: Báo cáo 6 tháng"]
