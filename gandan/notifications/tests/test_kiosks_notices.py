"""A machine calls for paper or is not heard of; a result lies too long."""

from datetime import timedelta

import pytest

from gandan.kiosks import actions
from gandan.kiosks.tests import make
from gandan.notifications.models import Notice

from .told import told

pytestmark = pytest.mark.django_db


def test_paper_and_silence() -> None:
    machine = make.machine()
    actions.report_health(machine, now=make.EVENING, paper="out")
    actions.note_silence(machine, now=make.EVENING + timedelta(minutes=11))
    assert told("printer_needs_paper") == ["Máy APS 1 hết giấy"]
    assert told("machine_silent") == ["Máy APS 1 mất liên lạc"]


def test_a_result_nobody_fetched() -> None:
    held = make.placement(make.machine())
    actions.lapse(held, now=make.EVENING + timedelta(days=6))
    assert told("placement_overdue") == [f"Kết quả {held.dossier.code} quá hạn nhận trong tủ"]
    assert Notice.objects.get(event="placement_overdue").recipient == make.minh()
