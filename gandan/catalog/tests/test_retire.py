"""A procedure ends on a day; what was received goes on."""

from datetime import timedelta

import pytest

from gandan.catalog import actions
from gandan.catalog.models import ProcedureVersion
from gandan.core.errors import RuleBroken
from gandan.people.models import User
from gandan.people.offices import Office

from . import make
from .conftest import signed_in

pytestmark = pytest.mark.django_db


def test_it_works(tri: User) -> None:
    make.version()

    signed_in(tri).post(f"/can-bo/thu-tuc/{make.CODE}/ngung/", {"last_day": "2126-12-31"})

    assert ProcedureVersion.objects.get().valid_to.year == 2126  # type: ignore[union-attr]  # just set


def test_after_the_last_day_it_is_not_in_force(administrator: Office) -> None:
    version = make.version()
    actions.retire(version.procedure, last_day=make.TODAY, by=administrator, now=make.NOW)
    assert ProcedureVersion.objects.in_force(make.TODAY).exists()
    assert not ProcedureVersion.objects.in_force(make.TODAY + timedelta(days=1)).exists()


def test_what_has_ended_does_not_end_again(administrator: Office) -> None:
    version = make.version()
    actions.retire(version.procedure, last_day=make.TODAY, by=administrator, now=make.NOW)
    with pytest.raises(RuleBroken, match="không còn bản nào"):
        actions.retire(version.procedure, last_day=make.TODAY, by=administrator, now=make.NOW)
    with pytest.raises(RuleBroken, match="sớm hơn hôm qua"):
        actions.retire(version.procedure, last_day=make.TODAY - timedelta(days=9), by=administrator, now=make.NOW)
