"""Two judges submit at once: one third judge is called, not two, not none."""

from __future__ import annotations

import pytest

from gandan.contests.models import MarkSheet
from gandan.contests.tests import make
from gandan.dossiers.tests.races.test_two_officers import together

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_third_judge() -> None:
    contest = make.marking(1)
    first, second = make.open_sheets(contest)
    together(lambda: make.submit(first, 90), lambda: make.submit(second, 60))
    assert MarkSheet.objects.filter(submitted_at__isnull=False).count() == 2
    assert MarkSheet.objects.filter(order=3).count() == 1


def test_a_double_click_on_submit() -> None:
    sheet = next(iter(make.open_sheets(make.marking(1))))
    same = MarkSheet.objects.select_related("judge__user").get(pk=sheet.pk)
    told = together(lambda: make.submit(sheet, 80), lambda: make.submit(same, 90))
    assert sum(one is not None for one in told) == 1
