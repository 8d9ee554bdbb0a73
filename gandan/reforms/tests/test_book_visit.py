from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms.tests import make
from gandan.reforms.tests.visiting import asked

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    visit = asked()
    assert (visit.status, visit.host.name, visit.people) == ("asked", "Xã Tứ Kỳ", 3)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param({"on": make.TODAY}, "từ ngày mai", id="today"),
        pytest.param({"people": 0}, "từ 1 đến 50", id="nobody"),
        pytest.param({"purpose": ""}, "nội dung", id="no purpose"),
    ],
)
def test_refused(change: dict[str, Any], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        asked(**change)


def test_not_to_oneself() -> None:
    with pytest.raises(RuleBroken, match="thuộc xã mình"):
        asked(host=make.division(make.commune()))
