"""Two persons and a photo (S1.7)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_two_persons_and_a_photo() -> None:
    assert boxes.opening().letters_found == 3
    box = boxes.box("Thôn Mỹ Ân")
    with pytest.raises(RuleBroken, match="người khác"):
        actions.open_box(box, actions.Minutes("Nguyễn Văn Minh", 1, make.photo()), by=make.minh(), now=make.NOW)
    with pytest.raises(RuleBroken, match="ảnh"):
        actions.open_box(box, actions.Minutes("Đỗ Văn Chứng", 1, None), by=make.minh(), now=make.NOW)
