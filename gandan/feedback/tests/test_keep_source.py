"""Who is asked every week."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_one_a_name() -> None:
    one = boxes.source()
    assert len(one.key) > 15
    facts = actions.SourceFacts("Đoàn Thanh niên")
    actions.keep_source(make.commune(), facts, source=one, by=make.hoa(), now=make.NOW)
    assert one.name == "Đoàn Thanh niên"
    boxes.source()
    with pytest.raises(RuleBroken, match="Đã có"):
        boxes.source()
