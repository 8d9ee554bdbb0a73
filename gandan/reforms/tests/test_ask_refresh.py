"""Asking for new figures: the worker reckons, once however often it is asked."""

from __future__ import annotations

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from gandan.reforms import actions
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_asked_twice_it_waits_once() -> None:
    reform = make.reform()
    actions.ask_refresh(reform)
    actions.ask_refresh(reform)
    job = ProcrastinateJob.objects.get(task_name="gandan.reforms.jobs.refresh_effect_of")
    assert job.args == {"reform_id": reform.pk}
