"""Keeping a paper that the office asked for."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    dossier = make.dossier(Status.SUPPLEMENT)
    paper = actions.add_supplement(dossier, component="birth_proof", upload=make.photo())
    assert paper.is_supplement
    assert paper.dossier == dossier


@pytest.mark.parametrize("status", [Status.REGISTERED, Status.PROCESSING, Status.RETURNED])
def test_only_a_dossier_that_waits_takes_it(status: str) -> None:
    with pytest.raises(RuleBroken, match="không chờ bổ sung"):
        actions.add_supplement(make.dossier(status), component="birth_proof", upload=make.photo())
