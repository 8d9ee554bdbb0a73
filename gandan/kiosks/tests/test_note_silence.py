"""A machine that is not heard of."""

from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.kiosks import actions, jobs

from . import make

pytestmark = pytest.mark.django_db
SOON, LATER = make.EVENING + timedelta(minutes=5), make.EVENING + timedelta(minutes=11)


def test_it_is_told_once_until_heard_again(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = make.machine()
    actions.report_health(machine, now=make.EVENING)
    with pytest.raises(RuleBroken, match="báo về đều"):
        actions.note_silence(machine, now=SOON)
    monkeypatch.setattr("django.utils.timezone.now", lambda: LATER)
    for _night in range(2):
        jobs.note_silent_machines.func(0)
    assert Entry.objects.filter(kind="MachineSilent").count() == 1
    actions.report_health(machine, now=LATER)
    assert make.fresh(machine).silence_told_at is None
