"""Photographs of the screens for README and handbook: `make shots`. Nothing happens without `--shots FOLDER`."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from gandan.dossiers import jobs
from gandan.dossiers.models import Dossier, LegStatus
from gandan.journal.tests.settle import settle
from gandan.places.models import Agency
from gandan.portal.demonstration import COMMUNE
from gandan.portal.story import tell_story
from gandan.reports.jobs import refresh_months, refresh_this_month
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, PHONE, come_in, file_birth, go_on, picture, row_of, staff

Shoot = Callable[[Page, str], None]


@pytest.fixture(autouse=True)
def only_when_asked(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--shots"):
        pytest.skip("--shots FOLDER không được cho")


@pytest.fixture
def fortnight(clock: Clock) -> datetime:
    """The dossiers of the demonstration, as they stand on Thursday 26/11 at ten."""
    now = clock.set("2026-11-26 10:00")
    tell_story(Agency.objects.get(code=COMMUNE), now=now)
    settle(most=5000)
    jobs.foresee_late(timestamp=0)
    refresh_this_month(timestamp=0)
    refresh_months(timestamp=0)
    return now
