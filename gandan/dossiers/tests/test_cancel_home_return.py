"""The citizen comes for it after all."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import HomeStatus
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office
from .test_deliver_home_return import home

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    one = home()

    office.at_desk(office.minh()).post(f"/can-bo/tra-tai-nha/{one.pk}/thoi/", {"reason": "Gia đình muốn đến nhận"})

    one.refresh_from_db()
    assert one.status == HomeStatus.CANCELLED
    assert office.fresh(one.dossier).status == Status.SETTLED
    assert one.dossier.under.get().promised_at is None


def test_what_was_brought_is_not_called_off() -> None:
    one = home()
    handed = actions.HandedOver("Phạm Văn An", make.photo())
    actions.deliver_home_return(one, handed=handed, by=office.minh(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="Đã trao tận nhà"):
        actions.cancel_home_return(one, reason="Nhầm", by=office.minh(), now=make.MONDAY)
