"""The giver accepts, nobody else."""

from typing import Any

import pytest

from gandan.core.errors import NotThisOffice
from gandan.people.tests.make import signed_in
from gandan.tasks import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    task = make.task("acknowledge", "finish")
    signed_in(make.hoa()).post(f"/lanh-dao/nhiem-vu/{task.pk}/nghiem-thu/")
    task.refresh_from_db()
    assert task.status_label() == "Hoàn thành"


def test_not_by_the_unit_itself() -> None:
    with pytest.raises(NotThisOffice):
        actions.accept(make.task("acknowledge", "finish"), by=make.minh(), now=make.at(1))
