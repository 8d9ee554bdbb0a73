from datetime import timedelta

import pytest

from gandan.dossiers.tests import make as dossiers
from gandan.measures.registry import measure_named
from gandan.measures.scope import Scope

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
NOW = dossiers.MONDAY


def test_what_arrived_and_how_long_it_took() -> None:
    make.notices(3, status="proved", proved_by="sms", proved_at=NOW + timedelta(hours=2))
    make.notice(status="calling")
    make.notice(status="sent", is_required=False)
    end = NOW + timedelta(days=2)
    scope = Scope((dossiers.commune().pk,), NOW.date(), end.date(), end)
    names = ("notices_required", "notices_proved_rate", "notice_proof_hours")
    assert {name: measure_named(name).figure(scope).value for name in names} == {
        "notices_required": 4, "notices_proved_rate": 75.0, "notice_proof_hours": 2.0,
    }  # fmt: skip
