"""To where it belongs."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_another_commune_gets_its_own_copy_with_its_own_clock() -> None:
    one = make.feedback(photos=[make.photo()])
    copy = actions.pass_on(one, make.other_commune(), by=None, now=make.at(days=1))
    assert copy is not None
    assert (copy.agency, copy.passed_from, copy.channel) == (make.other_commune(), one, "transfer")
    assert (one.status, one.passed_to, copy.lawful_from) == ("passed", "Xã Tứ Kỳ", make.at(days=1))
    assert (copy.photos.count(), copy.sender_phone) == (1, make.PHONE)


def test_another_body_by_name() -> None:
    one = make.screened()
    assert actions.pass_on(one, "Điện lực Hải Phòng", "Việc của ngành điện", by=make.minh(), now=make.NOW) is None
    assert one.passed_to == "Điện lực Hải Phòng"
    with pytest.raises(RuleBroken, match="đúng xã này"):
        actions.pass_on(make.feedback("x"), make.commune(), by=make.minh(), now=make.NOW)
