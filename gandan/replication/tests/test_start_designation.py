"""A designation is under way as soon as one unit runs its model."""

import pytest

from gandan.replication import actions
from gandan.replication.models import Designation

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.commune()
    one = make.issued().designations.get()
    assert actions.start_designation(one, by=make.hoa(), now=make.NOW) is True
    assert Designation.objects.get().status_label() == "Đang thực hiện"
    assert actions.start_designation(one, by=make.hoa(), now=make.NOW) is False
