"""Once the message is on its way, the code is nowhere but in it."""

import pytest

from gandan.gateways.sms.fake import FakeSms
from gandan.journal.tests.settle import settle

from . import make

pytestmark = pytest.mark.django_db


def test_the_code_is_forgotten() -> None:
    held = make.placement(make.machine())
    code = held.code
    settle()
    assert f"{code[:4]} {code[4:]}" in FakeSms.sent[-1][1]
    assert "Nguyễn" not in FakeSms.sent[-1][1]
    assert (make.fresh(held).code, bool(make.fresh(held).code_index)) == ("", True)
