"""Why it waits, in public words."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions
from gandan.feedback.story import public_story

from . import make

pytestmark = pytest.mark.django_db


def test_the_public_reads_why() -> None:
    one = make.directed()
    actions.note_stuck(one, "chờ đơn vị điện lực", by=make.nam(), now=make.at(hours=2))
    assert make.fresh(one).stuck_reason == "chờ đơn vị điện lực"
    shown = public_story(one, list(one.notes.all()), today=make.NOW.date())
    assert "chờ đơn vị điện lực" in str(shown)
    assert make.nam().full_name not in str(shown)
    with pytest.raises(RuleBroken):
        actions.note_stuck(make.answered(), "x", by=make.nam(), now=make.at(hours=2))
