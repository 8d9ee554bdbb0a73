"""It may be tried: from now it stands in the registry with a first edition."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.reforms import actions
from gandan.reforms.models import Reform
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    made = ideas.assessed(hoa)
    make.signed_in(hoa).post(f"{ideas.ADDRESS}{made.code}/thi-diem/", {"until": "31/12/2126"})
    made.refresh_from_db()
    assert made.status == Status.PILOTING
    assert made.author == hoa
    assert made.newest() is not None
    assert Entry.objects.get(kind="PilotStarted").data["until"] == "2126-12-31"
    binh = make.clerk(make.other_commune(), "binh")
    assert Reform.objects.seen_by(binh.agency).filter(pk=made.pk).exists()  # type: ignore[arg-type]  # has an agency


def test_it_ends_after_today() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="sau hôm nay"):
        actions.start_pilot(ideas.assessed(hoa), until=make.TODAY, by=hoa, now=make.NOW)
