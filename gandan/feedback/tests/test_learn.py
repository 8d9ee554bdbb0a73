"""The suggestion learns from what officers confirmed, and says how often it was right."""

import pytest

from gandan.feedback import actions
from gandan.feedback.learned import accuracy, suggested
from gandan.feedback.models import CategoryFit

from . import make

pytestmark = pytest.mark.django_db
TEXT = "Con mương bị rào lại trồng rau"


def test_what_was_confirmed_is_suggested_next_time() -> None:
    before = suggested(TEXT)[0]
    for number in range(4):
        one = make.feedback(f"{TEXT} số {number}", suggested=before)
        actions.screen(one, "dat_dai_xd", by=make.minh(), now=make.at(hours=1))
    fit = actions.learn(by=None, now=make.at(days=1))
    assert (fit.cases, suggested(TEXT)[0]) == (4, "dat_dai_xd")
    told = accuracy(make.commune())
    assert (told.right, told.n, told.percent) == (0, 4, None)


def test_old_fits_go() -> None:
    for day in range(5):
        actions.learn(by=None, now=make.at(days=day))
    assert CategoryFit.objects.count() == 3
