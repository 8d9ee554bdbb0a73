"""The result is in the citizen's hand."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier(Status.SETTLED)

    office.press(office.minh(), "return_result", dossier, received_by="Phạm Văn An")

    dossier = office.fresh(dossier)
    assert dossier.status == Status.RETURNED
    assert dossier.returned_at == clock()
    assert dossier.results.get().received_by == "Phạm Văn An"


def test_nothing_is_returned_before_it_is_settled() -> None:
    dossier = make.dossier(Status.PROCESSING)
    with pytest.raises(RuleBroken, match="Đang xử lý"):
        actions.return_result(dossier, by=office.minh(), now=make.MONDAY)
