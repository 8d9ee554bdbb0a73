"""Seven, three, one day before, and once after."""

import pytest

from gandan.replication import actions
from gandan.replication.jobs import remind_all
from gandan.replication.models import PeriodReport

from . import make
from .test_send_report import WORDS, call

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.commune()
    actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    days = ["2026-12-16", "2026-12-17", "2026-12-18", "2026-12-21", "2026-12-23", "2026-12-25", "2026-12-26"]
    assert [remind_all(make.moment(f"{day} 07:05")) for day in days] == [0, 1, 0, 1, 1, 1, 0]


def test_who_has_sent_is_left_alone() -> None:
    make.commune()
    actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    actions.send_report(PeriodReport.objects.get(), words=WORDS, by=make.hoa(), now=make.NOW)
    assert remind_all(make.moment("2026-12-24 07:05")) == 0
