"""Filing a draft."""

from __future__ import annotations

import pytest

from gandan.dossiers.workflow import Status

from . import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_reached_by_its_verbs(status: str) -> None:
    assert make.dossier(status).status == status
