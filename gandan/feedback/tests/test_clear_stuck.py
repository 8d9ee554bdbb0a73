"""It goes on."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_goes_on() -> None:
    one = make.directed()
    with pytest.raises(RuleBroken):
        actions.clear_stuck(one, by=make.nam(), now=make.NOW)
    actions.note_stuck(one, "chờ vật tư", by=make.nam(), now=make.at(hours=2))
    actions.clear_stuck(one, by=make.nam(), now=make.at(hours=3))
    assert make.fresh(one).stuck_since is None
