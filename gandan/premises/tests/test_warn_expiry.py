"""Thirty days before, a new one is asked for, once."""

import pytest

from gandan.premises import actions
from gandan.premises.jobs import warn_all_expiries

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    near = make.item("Túi y tế", expires_on=make.at(30).date(), responsible=make.tam())
    make.item("Bánh kẹo", expires_on=make.at(31).date())
    assert warn_all_expiries(make.NOW) == 1
    assert warn_all_expiries(make.NOW) == 0
    defect = near.defects.get()
    assert (defect.responsible, defect.is_stopping) == (make.tam(), False)
    assert "Cần thay mới" in defect.text


def test_what_has_expired_is_out_of_order() -> None:
    one = make.item("Túi y tế", expires_on=make.at(-1).date())
    assert actions.warn_expiry(one, by=None, now=make.NOW)
    assert one.defects.get().is_stopping
